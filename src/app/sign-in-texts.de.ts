import type { Translation } from '#ui/catalogue.ts';
import type { signInTexts } from './sign-in-texts.ts';

export const messages: Translation<typeof signInTexts> = {
  signInImpossible: {
    authorityUnknown:
      'In config.json ist authority {detail}; das ist keine Anmeldung von Microsoft. Die eines anderen Anbieters muss auch in knownAuthorities genannt sein. Wer diese Website betreibt, kann das in dieser einen Datei beheben; laden Sie die Seite danach neu.',
    authoritySilent:
      'In config.json ist authority {detail}, aber dort wurde keine Anmeldung gefunden. Prüfen Sie das Netzwerk; bleibt es dabei, ist die Adresse falsch, oder ihr Host fehlt in knownAuthorities. Wer diese Website betreibt, kann das in dieser einen Datei beheben; laden Sie die Seite danach neu.',
    other: 'Die Anmeldung konnte nicht geöffnet werden: {detail}',
  },
  blocked:
    'Die Richtlinie dieser Website (Content-Security-Policy, {directive}) lässt die Seite {address} nicht erreichen',
  blockedAdvice:
    'Diese Adresse folgt aus config.json und die Richtlinie aus der Datei des Webservers: Wer diese Website betreibt, schreibt diese Datei für die Konfiguration neu (npm run deploy:files). Laden Sie die Seite danach neu.',
  blockedSaid:
    'Die Richtlinie dieser Website (Content-Security-Policy, {directive}) lässt die Seite {address} nicht erreichen. Diese Adresse folgt aus config.json und die Richtlinie aus der Datei des Webservers: Wer diese Website betreibt, schreibt diese Datei für die Konfiguration neu (npm run deploy:files). Laden Sie die Seite danach neu.',
};
