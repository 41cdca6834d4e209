import type { Translation } from '#ui/catalogue.ts';
import type { startTexts } from './start-texts.ts';

export const messages: Translation<typeof startTexts> = {
  tagline: 'Bereitgestellte und verkaufte Lizenzen im Vergleich, für jeden Kunden und jedes Produkt.',
  signInExplained: 'Verwenden Sie das Geschäftskonto, das Zugriff auf Partner Center hat.',
  signInFailed: 'Die Anmeldung ist nicht gelungen.',
  linkKept: 'Der geöffnete Link bleibt erhalten und öffnet sich nach der Anmeldung.',
  configHeading: 'License Lens ist nicht konfiguriert',
  configField: {
    missing: 'In config.json fehlt {field}.',
    object: 'In config.json muss {field} ein JSON-Objekt sein.',
    text: 'In config.json muss {field} ein Text sein, der nicht leer ist und keine Leerzeichen am Rand hat.',
    headerText:
      'In config.json muss {field} ein Text aus lateinischen Buchstaben, Ziffern und Satzzeichen sein, ohne Zeilenumbrüche und ohne Leerzeichen am Rand: Er wird in einem Header gesendet.',
    permission:
      'In config.json muss {field} eine Berechtigung wie https://api.partnercenter.microsoft.com/user_impersonation ohne Leerzeichen sein.',
    permissions: 'In config.json muss {field} eine Liste mit mindestens einer Berechtigung sein.',
    address:
      'In config.json muss {field} eine https-Adresse (http nur für localhost) ohne Benutzernamen und "#" sein.',
    host: 'In config.json muss {field} der Name eines Hosts wie login.contoso.com ohne https:// sein.',
    hosts: 'In config.json muss {field} eine Liste von Hostnamen sein.',
    openId:
      'In config.json muss {field} eine OpenID-Konfiguration sein, als JSON-Objekt oder als dessen Text.',
    cloud: 'In config.json muss {field} "global", "china" oder "usGovernment" sein.',
    authority:
      'In config.json muss {field} eine https-Adresse wie https://login.microsoftonline.com/organizations ohne Benutzernamen, "?" und "#" sein.',
    directory:
      'In config.json muss {field} ein Verzeichnis nennen, wie https://login.microsoftonline.com/organizations es tut.',
    base: 'In config.json muss {field} eine https-Adresse (http nur für localhost) wie https://api.partnercenter.microsoft.com ohne Benutzernamen, "?" und "#" sein oder "" für die Adresse, von der diese Seite kommt.',
    protocolMode: 'In config.json muss {field} "AAD" oder "OIDC" sein.',
    trueOrFalse: 'In config.json muss {field} true oder false sein.',
    wrong: 'In config.json ist {field} nicht, was es sein soll.',
  },
  configFile: {
    object: 'config.json muss ein JSON-Objekt sein.',
    notFetched: 'config.json konnte nicht abgerufen werden.',
    notThere: 'config.json ist nicht da (Status {status}).',
    notJson: 'config.json ist kein JSON.',
  },
  configFix:
    'Wer diese Website betreibt, kann das in dieser einen Datei beheben; laden Sie die Seite danach neu.',
  startFailed: 'License Lens konnte nicht starten',
};
