import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  snapshot: 'اللقطة',
  latest: 'الأحدث',
  latestOf: 'الأحدث ({date})',
  daysBefore:
    '{days, plural, zero {# يوم قبلها} one {قبلها بيوم واحد} two {قبلها بيومين} few {قبلها بـ # أيام} many {قبلها بـ # يومًا} other {قبلها بـ # يوم}}',
  yearBefore: 'قبلها بسنة واحدة',
  unreadable: '"{typed}" ليس يومًا. اكتب اليوم مثل {day} أو {sameDay}.',
  otherDay: 'لا توجد لقطة ليوم {asked}؛ تُعرض لقطة {found}.',
};
