import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  opportunity: 'الفرصة',
  opportunities: { idle: 'خاملة', nearlyFull: 'شبه مكتملة' },
  thresholds: 'العتبات',
  minIdle: 'الحد الأدنى للخاملة',
  maxUtilization: 'أقصى نسبة استخدام',
  minUtilization: 'أدنى نسبة استخدام',
  spare: 'الاحتياطي',
  percent: '%',
  licenses: 'تراخيص',
  spareHint: 'تراخيص يحتفظ بها كل عميل عمدًا من كل منتج: لا تُعدّ خاملة.',
  maxUtilizationHint:
    'عند 100 أو أكثر لا يُستبعد شيء: حتى من تجاوز المنشور لديه المباع إجمالًا قد تكون لديه تراخيص خاملة من أحد المنتجات.',
  wrongCount: '«{text}» ليس عددًا صحيحًا من 0 إلى {most}.',
  wrongPercent: '«{text}» ليس نسبة مئوية من 0 إلى {most} بثلاث منازل عشرية على الأكثر.',
  held: 'حصة {kind, select, customer {{holders, plural, zero {# عميل} one {عميل واحد} two {عميلين} few {# عملاء} many {# عميلًا} other {# عميل}}} customerName {{holders, plural, zero {# اسم لعملاء} one {اسم عميل واحد} two {اسمين لعملاء} few {# أسماء لعملاء} many {# اسمًا لعملاء} other {# اسم لعملاء}}} product {{holders, plural, zero {# منتج} one {منتج واحد} two {منتجين} few {# منتجات} many {# منتجًا} other {# منتج}}} service {{holders, plural, zero {# خدمة} one {خدمة واحدة} two {خدمتين} few {# خدمات} many {# خدمة} other {# خدمة}}} channel {{holders, plural, zero {# قناة} one {قناة واحدة} two {قناتين} few {# قنوات} many {# قناة} other {# قناة}}} customerProduct {{holders, plural, zero {# زوج من عميل ومنتج} one {زوج واحد من عميل ومنتج} two {زوجين من عميل ومنتج} few {# أزواج من عميل ومنتج} many {# زوجًا من عميل ومنتج} other {# زوج من عميل ومنتج}}} other {{holders, plural, zero {# صف} one {صف واحد} two {صفين} few {# صفوف} many {# صفًا} other {# صف}}}}: {share, select, below {أقل من 1%} other {{share}}} من أصل {idle, plural, zero {# ترخيص خامل} one {ترخيص خامل واحد} two {ترخيصين خاملين} few {# تراخيص خاملة} many {# ترخيصًا خاملًا} other {# ترخيص خامل}}.{leftOut, select, none {} other { تستبعد العتبات منها {leftOut}.}}',
  noneListed: 'تستبعد العتبات كل التراخيص الخاملة، وعددها {idle, number}.',
  nothingIdle: 'لا توجد تراخيص خاملة.',
  nothingIdleBeyondSpare: 'لا توجد تراخيص خاملة غير الاحتياطي.',
  cutApart:
    'في هذا التجميع قد ترد تراخيص العميل والمنتج الواحد في عدة صفوف: مجموع التراخيص الخاملة في الصفوف {addedUp}، وهو أكثر من العدد الفعلي {idle}.',
  nearlyFull:
    '{kind, select, customer {{listed, plural, zero {# عميل} one {عميل واحد} two {عميلان} few {# عملاء} many {# عميلًا} other {# عميل}}} customerName {{listed, plural, zero {# اسم لعملاء} one {اسم عميل واحد} two {اسمان لعملاء} few {# أسماء لعملاء} many {# اسمًا لعملاء} other {# اسم لعملاء}}} product {{listed, plural, zero {# منتج} one {منتج واحد} two {منتجان} few {# منتجات} many {# منتجًا} other {# منتج}}} service {{listed, plural, zero {# خدمة} one {خدمة واحدة} two {خدمتان} few {# خدمات} many {# خدمة} other {# خدمة}}} channel {{listed, plural, zero {# قناة} one {قناة واحدة} two {قناتان} few {# قنوات} many {# قناة} other {# قناة}}} customerProduct {{listed, plural, zero {# زوج من عميل ومنتج} one {زوج واحد من عميل ومنتج} two {زوجان من عميل ومنتج} few {# أزواج من عميل ومنتج} many {# زوجًا من عميل ومنتج} other {# زوج من عميل ومنتج}}} other {{listed, plural, zero {# صف} one {صف واحد} two {صفان} few {# صفوف} many {# صفًا} other {# صف}}}} بنسبة استخدام {percent} أو أكثر. {short, plural, zero {لا ينقصها أي ترخيص.} one {ينقصها ترخيص واحد.} two {ينقصها ترخيصان.} few {تنقصها # تراخيص.} many {ينقصها # ترخيصًا.} other {ينقصها # ترخيص.}}',
  noneNearlyFull: 'لا شيء تبلغ نسبة استخدامه {percent} أو أكثر.',
  needsEverything: 'يُرسم المخطط بعد قراءة كل منتج لكل عميل.',
  bar: '{name}: {amount}{share, select, unknown {} other {، حتى هنا {share}}}',
  idleCount:
    '{idle, plural, zero {# ترخيص خامل} one {ترخيص خامل واحد} two {ترخيصان خاملان} few {# تراخيص خاملة} many {# ترخيصًا خاملًا} other {# ترخيص خامل}}',
  shareUpTo:
    '{rank, plural, zero {{share} من الكل} one {{share} من الكل} two {حصة أول اثنين {share} من الكل} few {حصة أول # هي {share} من الكل} many {حصة أول # هي {share} من الكل} other {حصة أول # هي {share} من الكل}}',
  clickFilters: 'انقر للتصفية حسبه',
  clickTakesBack: 'انقر لإلغاء التصفية',
  filterBy: 'تصفية حسب {bar}',
  showAllAgain: 'إلغاء التصفية. {bar}',
  idle: 'خاملة',
  idleValue: 'قيمة الخاملة',
  month: '{money} شهريًا',
  priced: 'حسب القيمة. المسعَّر: {percent} من أصل {idle} من التراخيص الخاملة.',
  cumulative: 'الحصة حتى هنا',
  name: 'الاسم',
  totalListed: 'إجمالي المدرج ({listed})',
  noChart: 'لا شيء لرسمه',
  failed: 'تعذّر التحميل.',
  noValue: '(بلا قيمة)',
  nothingListed: { idle: 'لا تراخيص خاملة هنا', nearlyFull: 'لا شيء شبه مكتمل هنا' },
  lowerMinIdle: 'اخفض الحد الأدنى للخاملة (حاليًا {minIdle}).',
  raiseMaxUtilization: 'ارفع أقصى نسبة استخدام (حاليًا {maxUtilization}).',
  lowerMinUtilization: 'اخفض أدنى نسبة استخدام (حاليًا {percent}).',
  loosenFilter: 'أزل أو غيّر شرطًا أو البحث أعلاه.',
  resetThresholds: 'إعادة تعيين العتبات',
};
