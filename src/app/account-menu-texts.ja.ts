import type { Translation } from '#ui/catalogue.ts';
import type { accountMenuTexts } from './account-menu-texts.ts';

export const messages: Translation<typeof accountMenuTexts> = {
  dialogs: {
    commands: 'コマンド',
    shortcuts: 'キーボード ショートカット',
    help: 'ヘルプ',
    about: 'License Lens について',
  },
  signOut: 'サインアウト',
  language: '言語',
  languageFailed: '言語を取得できませんでした。オンラインになってから、もう一度選択してください。',
  theme: 'テーマ',
  themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  secondFactorDue:
    'サインインに多要素認証が含まれていません。サービスはまだ応答しますが、今後利用できなくなると通知しています。管理者に多要素認証でのサインインを依頼してください。',
};
