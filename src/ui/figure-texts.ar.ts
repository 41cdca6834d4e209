import type { Translation } from './catalogue.ts';
import type { figureTexts } from './figure-texts.ts';

export const messages: Translation<typeof figureTexts> = {
  totalSold: 'التراخيص المباعة',
  totalDeployed: 'التراخيص المنشورة',
  totalNotDeployed: 'غير المنشور',
  totalUtilization: 'نسبة الاستخدام',
  customers: 'العملاء',
  deployedVersusSold: 'المنشور مقابل المباع',
  utilizationOverCustomers: 'نسبة الاستخدام لدى العملاء',
  idleLicenses: 'مواضع التراخيص الخاملة',
  trend: 'الاتجاه',
  movers: 'ما الذي تغيّر',
};
