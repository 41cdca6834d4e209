import type { Translation } from '#ui/catalogue.ts';
import type { signInTexts } from './sign-in-texts.ts';

export const messages: Translation<typeof signInTexts> = {
  signInImpossible: {
    authorityUnknown:
      'config.json の authority は {detail} ですが、これは Microsoft のサインインではありません。他のプロバイダーの場合は knownAuthorities にも指定する必要があります。このサイトの運用担当者がこのファイルで修正できます。修正後、このページを再読み込みしてください。',
    authoritySilent:
      'config.json の authority は {detail} ですが、そこにサインインが見つかりませんでした。ネットワークを確認してください。解決しない場合は、アドレスが間違っているか、ホストが knownAuthorities にありません。このサイトの運用担当者がこのファイルで修正できます。修正後、このページを再読み込みしてください。',
    other: 'サインインを開けませんでした: {detail}',
  },
  blocked:
    'このサイトのポリシー (Content-Security-Policy、{directive}) により、ページは {address} に接続できません',
  blockedAdvice:
    'このアドレスは config.json から、ポリシーは Web サーバーのファイルから決まります。このサイトの運用担当者が構成に合わせてそのファイルを書き直す必要があります (npm run deploy:files)。その後、このページを再読み込みしてください。',
  blockedSaid:
    'このサイトのポリシー (Content-Security-Policy、{directive}) により、ページは {address} に接続できません。このアドレスは config.json から、ポリシーは Web サーバーのファイルから決まります。このサイトの運用担当者が構成に合わせてそのファイルを書き直す必要があります (npm run deploy:files)。その後、このページを再読み込みしてください。',
};
