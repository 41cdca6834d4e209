import type { Translation } from '#ui/catalogue.ts';
import type { addressProblemTexts } from './address-problem-texts.ts';

export const messages: Translation<typeof addressProblemTexts> = {
  namesList:
    '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo eine durch Kommas getrennte Liste aus {names} erwartet wird.',
  name: '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo {names} erwartet wird.',
  date: '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo ein Tag als JJJJ-MM-TT erwartet wird.',
  dayFrom:
    '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo ein Tag als JJJJ-MM-TT erwartet wird, der nicht vor {from} liegt.',
  sortKeys:
    '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo eine durch Kommas getrennte Liste aus {names}, jeweils mit oder ohne desc dahinter, erwartet wird.',
  wholeNumber:
    '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo eine ganze Zahl von {least} bis {most} erwartet wird.',
  percent:
    '{parameter} im Link kann nicht gelesen werden: Gefunden wurde „{value}“, wo eine Prozentzahl von 0 bis {most} mit höchstens drei Dezimalstellen erwartet wird.',
  filter: 'Der Filter „{value}“ im Link kann nicht gelesen werden. {problem}',
  filterQuoted: 'Der Filter im Link kann nicht gelesen werden. {problem}',
  filterOfCustomers:
    'Der Filter „{value}“ im Link gilt nicht, soweit er Kunden nennt: Die Ansicht zeigt nur einen Kunden.',
  repeatedField: 'groupby im Link nennt „{value}“ mehrfach, wo jedes Feld nur einmal erwartet wird.',
  withoutCustomer:
    'Die Ansicht „{value}“ im Link gilt nicht: Kein customerTenantId nennt den Kunden, um den es geht.',
  repeatedParameter:
    'Der Link gibt {parameter} mehrfach an, wo es einmal erwartet wird: „{value}“ gilt nicht.',
};
