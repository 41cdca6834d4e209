import type { Translation } from '#ui/catalogue.ts';
import type { startTexts } from './start-texts.ts';

export const messages: Translation<typeof startTexts> = {
  tagline: 'すべての顧客と製品について、展開済みライセンスと販売済みライセンスを比較します。',
  signInExplained: 'パートナー センターにアクセスできる職場アカウントを使用してください。',
  signInFailed: 'サインインできませんでした。',
  linkKept: '開いたリンクは保持され、サインイン後に開きます。',
  configHeading: 'License Lens が構成されていません',
  configField: {
    missing: 'config.json に {field} がありません。',
    object: 'config.json の {field} は JSON オブジェクトである必要があります。',
    text: 'config.json の {field} は、空でなく、前後に空白のない文字列である必要があります。',
    headerText:
      'config.json の {field} はヘッダーで送信されるため、ラテン文字、数字、記号からなり、改行や前後の空白を含まない文字列である必要があります。',
    permission:
      'config.json の {field} は、https://api.partnercenter.microsoft.com/user_impersonation のような空白を含まない 1 つのアクセス許可である必要があります。',
    permissions: 'config.json の {field} は、1 つ以上のアクセス許可のリストである必要があります。',
    address:
      'config.json の {field} は、ユーザー名と "#" を含まない https アドレス (http は localhost のみ) である必要があります。',
    host: 'config.json の {field} は、login.contoso.com のような、https:// を含まないホスト名である必要があります。',
    hosts: 'config.json の {field} は、ホスト名のリストである必要があります。',
    openId:
      'config.json の {field} は、JSON オブジェクトまたはその文字列としての OpenID 構成である必要があります。',
    cloud: 'config.json の {field} は "global"、"china"、"usGovernment" のいずれかである必要があります。',
    authority:
      'config.json の {field} は、https://login.microsoftonline.com/organizations のような、ユーザー名、"?"、"#" を含まない https アドレスである必要があります。',
    directory:
      'config.json の {field} は、https://login.microsoftonline.com/organizations のようにディレクトリを指定する必要があります。',
    base: 'config.json の {field} は、https://api.partnercenter.microsoft.com のような、ユーザー名、"?"、"#" を含まない https アドレス (http は localhost のみ)、またはこのページの提供元を表す "" である必要があります。',
    protocolMode: 'config.json の {field} は "AAD" または "OIDC" である必要があります。',
    trueOrFalse: 'config.json の {field} は true または false である必要があります。',
    wrong: 'config.json の {field} が正しくありません。',
  },
  configFile: {
    object: 'config.json は JSON オブジェクトである必要があります。',
    notFetched: 'config.json を取得できませんでした。',
    notThere: 'config.json がありません (状態 {status})。',
    notJson: 'config.json は JSON ではありません。',
  },
  configFix:
    'このサイトの運用担当者がこのファイルで修正できます。修正後、このページを再読み込みしてください。',
  startFailed: 'License Lens を起動できませんでした',
};
