import type { Translation } from '#ui/catalogue.ts';
import type { addressProblemTexts } from './address-problem-texts.ts';

export const messages: Translation<typeof addressProblemTexts> = {
  namesList:
    'リンクの {parameter} を読み取れません。“{value}” の位置には、{names} のコンマ区切りリストが必要です。',
  name: 'リンクの {parameter} を読み取れません。“{value}” の位置には、{names} が必要です。',
  date: 'リンクの {parameter} を読み取れません。“{value}” の位置には、YYYY-MM-DD 形式の日付が必要です。',
  dayFrom:
    'リンクの {parameter} を読み取れません。“{value}” の位置には、{from} 以降の YYYY-MM-DD 形式の日付が必要です。',
  sortKeys:
    'リンクの {parameter} を読み取れません。“{value}” の位置には、{names} のコンマ区切りリスト (それぞれの後に desc を付けることができます) が必要です。',
  wholeNumber:
    'リンクの {parameter} を読み取れません。“{value}” の位置には、{least} から {most} までの整数が必要です。',
  percent:
    'リンクの {parameter} を読み取れません。“{value}” の位置には、0 から {most} までのパーセント値 (小数点以下 3 桁まで) が必要です。',
  filter: 'リンクのフィルター “{value}” を読み取れません。{problem}',
  filterQuoted: 'リンクのフィルターを読み取れません。{problem}',
  filterOfCustomers:
    'リンクのフィルター “{value}” のうち、顧客を指定する部分は適用されません。このビューは 1 つの顧客のみを対象としています。',
  repeatedField:
    'リンクの groupby に “{value}” が複数回指定されています。各フィールドは 1 回だけ指定できます。',
  withoutCustomer:
    'リンクのビュー “{value}” は適用されません。対象の顧客を指定する customerTenantId がありません。',
  repeatedParameter:
    'リンクに {parameter} が複数回指定されています。指定できるのは 1 回だけです。“{value}” は適用されません。',
};
