import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  list: 'الحالات الشاذة',
  kindsLabel: 'أنواع الحالات الشاذة',
  kinds: {
    overDeployed: 'نشر زائد',
    nothingSold: 'دون بيع',
    sharedName: 'اسم مشترك',
    severalNames: 'عدة أسماء',
    renamedProduct: 'تغيّر اسم المنتج',
    customerGone: 'اختفاء عميل',
    droppedToNothing: 'هبوط إلى الصفر',
    jump: 'قفزة',
  },
  meanings: {
    overDeployed: 'المنشور من المنتج لدى العميل أكثر من المباع له.',
    nothingSold: 'منتج منشور لم يُبَع للعميل قط.',
    sharedName: 'اسم عميل واحد لعدة مستأجرين.',
    severalNames: 'مستأجر واحد له عدة أسماء عملاء.',
    renamedProduct: 'لا يطابق أي من أسماء المنتج اسمًا كان له في يوم المقارنة.',
    customerGone: 'مستأجر من يوم المقارنة غير موجود في هذه اللقطة.',
    droppedToNothing: 'ما كان مباعًا للعميل في يوم المقارنة هبط إلى الصفر.',
    jump: 'تغيّر المباع أو المنشور أكثر مما ترجّحه الأيام السابقة واللاحقة.',
  },
  kind: 'النوع',
  about: 'المعني',
  customer: 'العميل',
  why: 'السبب',
  licenses: 'التراخيص',
  everything: 'كل الصفوف المعروضة',
  noCustomer: '(بلا عميل)',
  noProduct: '(بلا منتج)',
  said: '{listed, plural, zero {لا حالات شاذة.} one {حالة شاذة واحدة.} two {حالتان شاذتان، الأكثر تراخيص أولًا.} few {# حالات شاذة، الأكثر تراخيص أولًا.} many {# حالة شاذة، الأكثر تراخيص أولًا.} other {# حالة شاذة، الأكثر تراخيص أولًا.}}{leftOut, plural, zero {} one { وحالة أخرى من أنواع موقوفة.} two { وحالتان أخريان من أنواع موقوفة.} few { و# حالات أخرى من أنواع موقوفة.} many { و# حالة أخرى من أنواع موقوفة.} other { و# حالة أخرى من أنواع موقوفة.}}',
  saidNothing:
    '{leftOut, plural, zero {لم يُعثر على حالات شاذة.} one {لا حالات شاذة مدرجة. هناك حالة واحدة من أنواع موقوفة.} two {لا حالات شاذة مدرجة. هناك حالتان من أنواع موقوفة.} few {لا حالات شاذة مدرجة. هناك # حالات من أنواع موقوفة.} many {لا حالات شاذة مدرجة. هناك # حالة من أنواع موقوفة.} other {لا حالات شاذة مدرجة. هناك # حالة من أنواع موقوفة.}}',
  overDeployed: 'المنشور {deployed} والمباع {sold}، بزيادة {more}.',
  nothingSold: 'المنشور {deployed} ولا شيء مباع.',
  sharedName:
    'اسم {tenants, plural, zero {# مستأجر} one {مستأجر واحد} two {مستأجرين اثنين} few {# مستأجرين} many {# مستأجرًا} other {# مستأجر}}: {some}{more, select, yes { (وغيرها)} other {}}.',
  severalNames:
    'مستأجر واحد له {names, plural, zero {# اسم} one {اسم واحد} two {اسمان} few {# أسماء} many {# اسمًا} other {# اسم}}: {some}{more, select, yes { (وغيرها)} other {}}.',
  quoted: '«{name}»',
  renamed: 'كان اسمه «{before}» بتاريخ {date}.',
  gone: 'كان المباع {sold} بتاريخ {date}، ولم يعد موجودًا في هذه اللقطة.',
  dropped:
    'كان المباع {sold} بتاريخ {date}، ولا شيء الآن{stillDeployed, select, none {} other {، ولا يزال {stillDeployed} منشورًا}}.',
  jumped:
    '{way, select, up {ارتفع} other {انخفض}} {measure, select, licensesSold {المباع} other {المنشور}} بمقدار {by}: من {before} بتاريخ {from} إلى {after} بتاريخ {to}. المعتاد {usual} في اليوم؛ ودرجة هذا التغيّر {score}.',
  needsCompare:
    'تتطلب المنتجات التي تغيّرت أسماؤها والعملاء الذين اختفوا والمبيعات التي هبطت إلى الصفر لقطة سابقة للمقارنة.',
  compareWith: 'المقارنة مع {date}',
  waitsForRows:
    'تظهر المنتجات التي تغيّرت أسماؤها والعملاء الذين اختفوا والمبيعات التي هبطت إلى الصفر بعد تحميل صفوف يوم المقارنة.',
  jumpsMeaning:
    'القفزة هي تغيّر يومي في المباع أو المنشور درجته المعيارية المعدّلة (z) أعلى من {score}: أي بُعده عن وسيط التغيّر مقيسًا بوسيط كل هذه الأبعاد (Iglewicz وHoaglin، عام 1993).',
  jumpsKnown:
    '{jumps, plural, zero {لا قفزات} one {قفزة واحدة} two {قفزتان} few {# قفزات} many {# قفزة} other {# قفزة}} من {from} إلى {to} (عدد اللقطات: {snapshots}).',
  jumpsTooFew: 'عدد اللقطات ({snapshots, number}) لا يكفي لتمييز قفزة: المطلوب {needed}.',
  jumpsFailed: 'تعذّرت قراءة بعض الأيام، لذا لا يُعلن عن أي قفزة.',
  readingDays: 'تتم قراءة الأيام بحثًا عن القفزات',
  splitHint: 'اختر حقلًا للتجميع للبحث عن القفزات في كل مجموعة.',
  stopReadingDays: 'استبعاد القفزات',
  nothingOdd: 'لم يُعثر على حالات شاذة',
  lookedFor: 'ما جرى البحث عنه في لقطة {date}: {kinds}.',
  allOff: 'كل الأنواع موقوفة',
  allOffAdvice: 'شغّل نوعًا أعلاه لرؤية الحالات الشاذة.',
  showAll: 'عرض كل الأنواع',
  loosenFilter: 'هناك شرط أو بحث يستبعد صفوفًا أخرى.',
  noSuchPage: 'لا توجد حالات شاذة في الصفحة {page}.',
  firstPage: 'الانتقال إلى الصفحة الأولى',
  failed: 'تعذّر التحميل.',
  needsEverything:
    'يُعثر على الحالات الشاذة بعد قراءة كل منتج لكل عميل{groups, select, unknown {} other {، وعدد المجموعات {groups}}}{requests, select, unknown {} other {، وعدد الطلبات {requests}}}.',
  comes: 'تظهر مع الصفوف التي يجري تحميلها.',
  load: 'قراءتها',
  reading: 'تتم قراءة كل منتج لكل عميل',
  stop: 'إيقاف القراءة',
};
