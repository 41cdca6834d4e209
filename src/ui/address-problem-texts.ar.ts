import type { Translation } from '#ui/catalogue.ts';
import type { addressProblemTexts } from './address-problem-texts.ts';

export const messages: Translation<typeof addressProblemTexts> = {
  namesList: 'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث تُتوقع قائمة مفصولة بفواصل من {names}.',
  name: 'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث يُتوقع {names}.',
  date: 'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث يُتوقع يوم بالصيغة YYYY-MM-DD.',
  dayFrom:
    'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث يُتوقع يوم بالصيغة YYYY-MM-DD لا يسبق {from}.',
  sortKeys:
    'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث تُتوقع قائمة مفصولة بفواصل من {names}، يتبع كلًا منها desc أو لا.',
  wholeNumber: 'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث يُتوقع عدد صحيح من {least} إلى {most}.',
  percent:
    'تعذّرت قراءة {parameter} في الارتباط: وُجد "{value}" حيث تُتوقع نسبة مئوية من 0 إلى {most} بثلاث منازل عشرية على الأكثر.',
  filter: 'تعذّرت قراءة التصفية "{value}" في الارتباط. {problem}',
  filterQuoted: 'تعذّرت قراءة التصفية في الارتباط. {problem}',
  filterOfCustomers: 'لا تُطبّق التصفية "{value}" في الارتباط حيث تسمّي عملاء: طريقة العرض لعميل واحد فقط.',
  repeatedField: 'يسمّي groupby في الارتباط "{value}" أكثر من مرة حيث يُتوقع كل حقل مرة واحدة.',
  withoutCustomer: 'لا تُطبّق طريقة العرض "{value}" في الارتباط: لا يوجد customerTenantId يسمّي العميل المعني.',
  repeatedParameter: 'يذكر الارتباط {parameter} أكثر من مرة حيث يُتوقع مرة واحدة: لا تُطبّق "{value}".',
};
