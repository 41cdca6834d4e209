import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './compare-texts.ts';

export const messages: Translation<typeof texts> = {
  compareWith: 'المقارنة مع',
  none: 'بلا',
  daysBefore:
    '{days, plural, zero {# يوم قبلها} one {قبلها بيوم واحد} two {قبلها بيومين} few {قبلها بـ # أيام} many {قبلها بـ # يومًا} other {قبلها بـ # يوم}}',
  monthEnd: 'نهاية الشهر السابق',
  quarterEnd: 'نهاية ربع السنة السابق',
};
