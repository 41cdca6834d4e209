import type { Translation } from '#ui/catalogue.ts';
import type { startTexts } from './start-texts.ts';

export const messages: Translation<typeof startTexts> = {
  tagline: 'التراخيص المنشورة مقابل التراخيص المباعة، لكل عميل ومنتج.',
  signInExplained: 'استخدم حساب العمل الذي لديه حق الوصول إلى مركز الشركاء.',
  signInFailed: 'لم يكتمل تسجيل الدخول.',
  linkKept: 'الارتباط الذي فتحته محفوظ وسيُفتح بعد تسجيل الدخول.',
  configHeading: 'لم يتم تكوين License Lens',
  configField: {
    missing: 'في config.json، الحقل {field} مفقود.',
    object: 'في config.json، يجب أن يكون {field} كائن JSON.',
    text: 'في config.json، يجب أن يكون {field} نصًا غير فارغ وبلا مسافات حوله.',
    headerText:
      'في config.json، يجب أن يكون {field} نصًا من أحرف لاتينية وأرقام وعلامات ترقيم، بلا فواصل أسطر ولا مسافات حوله: فهو يُرسل في رأس.',
    permission:
      'في config.json، يجب أن يكون {field} إذنًا واحدًا مثل https://api.partnercenter.microsoft.com/user_impersonation، بلا مسافات.',
    permissions: 'في config.json، يجب أن يكون {field} قائمة بإذن واحد على الأقل.',
    address:
      'في config.json، يجب أن يكون {field} عنوان https (ويُسمح بـ http لـ localhost فقط) بلا اسم مستخدم و"#".',
    host: 'في config.json، يجب أن يكون {field} اسم مضيف مثل login.contoso.com، بلا https://‎.',
    hosts: 'في config.json، يجب أن يكون {field} قائمة بأسماء مضيفين.',
    openId: 'في config.json، يجب أن يكون {field} تكوين OpenID، ككائن JSON أو كنصه.',
    cloud: 'في config.json، يجب أن يكون {field} إما "global" أو "china" أو "usGovernment".',
    authority:
      'في config.json، يجب أن يكون {field} عنوان https مثل https://login.microsoftonline.com/organizations، بلا اسم مستخدم و"?" و"#".',
    directory:
      'في config.json، يجب أن يسمّي {field} دليلًا، كما في https://login.microsoftonline.com/organizations.',
    base: 'في config.json، يجب أن يكون {field} عنوان https (ويُسمح بـ http لـ localhost فقط) مثل https://api.partnercenter.microsoft.com، بلا اسم مستخدم و"?" و"#"، أو "" للعنوان الذي تأتي منه هذه الصفحة.',
    protocolMode: 'في config.json، يجب أن يكون {field} إما "AAD" أو "OIDC".',
    trueOrFalse: 'في config.json، يجب أن يكون {field} إما true أو false.',
    wrong: 'في config.json، قيمة {field} ليست كما يجب.',
  },
  configFile: {
    object: 'يجب أن يكون config.json كائن JSON.',
    notFetched: 'تعذّر جلب config.json.',
    notThere: 'الملف config.json غير موجود (الحالة {status}).',
    notJson: 'الملف config.json ليس JSON.',
  },
  configFix: 'يمكن لمن يدير هذا الموقع إصلاح ذلك في هذا الملف وحده؛ ثم أعد تحميل هذه الصفحة.',
  startFailed: 'تعذّر بدء License Lens',
};
