import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  loading: 'جارٍ تحميل التراخيص',
  loaded: '{loaded, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}',
  loadedOf:
    '{loaded} من {total, plural, zero {# صف} one {صف واحد} two {صفين} few {# صفوف} many {# صفًا} other {# صف}}',
  all: '{rows, plural, zero {لا صفوف} one {صف واحد} two {كلا الصفين} few {جميع الصفوف وعددها #} many {جميع الصفوف وعددها #} other {جميع الصفوف وعددها #}}',
  secondsLeft: 'متبقٍّ {seconds} ث',
  minutesLeft: 'متبقٍّ {minutes} د',
  stop: 'إيقاف التحميل',
  loadAll: 'تحميل جميع الصفوف',
  load: '{rows, plural, zero {تحميل # صف} one {تحميل صف واحد} two {تحميل صفين} few {تحميل # صفوف} many {تحميل # صفًا} other {تحميل # صف}}',
  offer: 'للفرز والبحث والتصفية فورًا:',
  offerIn:
    '{requests, plural, zero {للفرز والبحث والتصفية فورًا:} one {للفرز والبحث والتصفية فورًا:} two {للفرز والبحث والتصفية فورًا، بطلبين:} few {للفرز والبحث والتصفية فورًا، بـ # طلبات:} many {للفرز والبحث والتصفية فورًا، بـ # طلبًا:} other {للفرز والبحث والتصفية فورًا، بـ # طلب:}}',
  settings: 'الصفوف في هذا المتصفح',
  overLimit:
    '{rows, plural, zero {عدد الصفوف # يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:} one {عدد الصفوف # يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:} two {عدد الصفوف # يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:} few {عدد الصفوف # يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:} many {عدد الصفوف # يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:} other {عدد الصفوف # يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:}}',
  overLimitSomehow: 'عدد الصفوف يتجاوز الحد {limit} الذي تسمح به في هذا المتصفح. يمكنك تغيير ذلك هنا:',
};
