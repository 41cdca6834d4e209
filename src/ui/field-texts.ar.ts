import type { Translation } from './catalogue.ts';
import type { fieldTexts } from './field-texts.ts';

export const messages: Translation<typeof fieldTexts> = {
  customer: 'العميل',
  nameOfCustomer: 'اسم العميل',
  customerName: 'العميل',
  customerTenantId: 'معرّف مستأجر العميل',
  productName: 'المنتج',
  productId: 'معرّف المنتج',
  serviceName: 'الخدمة',
  serviceCode: 'رمز الخدمة',
  channel: 'القناة',
  licensesDeployed: 'المنشور',
  licensesSold: 'المباع',
  licensesNotDeployed: 'غير المنشور',
  utilization: 'نسبة الاستخدام',
  idle: 'خاملة',
  short: 'ناقصة',
  idleValue: 'قيمة الخاملة',
  processedDateTime: 'اللقطة',
};
