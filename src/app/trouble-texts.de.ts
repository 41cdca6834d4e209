import type { Translation } from '#ui/catalogue.ts';
import type { troubleTexts } from './trouble-texts.ts';

export const messages: Translation<typeof troubleTexts> = {
  details: 'Details',
  copyDetails: 'Details kopieren',
  copied: 'Kopiert',
  trouble: {
    invalidRequest: {
      heading: 'Der Dienst hat die Anfrage abgelehnt',
      advice:
        'Unten nennt er, was er nicht angenommen hat. Ändern Sie den Filter oder die Gruppierung, oder löschen Sie die Filter.',
    },
    signInNeeded: {
      heading: 'Ihre Sitzung ist beendet',
      advice: 'Melden Sie sich erneut an: Sie kommen zu genau dieser Ansicht zurück.',
    },
    stepUpNeeded: {
      heading: 'Ihr Verzeichnis verlangt einen weiteren Nachweis',
      advice:
        'Eine Richtlinie Ihrer Organisation verlangt einen weiteren Anmeldeschritt. Sie kommen zu genau dieser Ansicht zurück.',
    },
    stepUpRefused: {
      heading: 'Die erneute Anmeldung hat nicht ausgereicht',
      advice:
        'Der Dienst verlangt mehr, als Ihre neue Anmeldung nachweist; ein weiterer Versuch hilft deshalb nicht. Eine Administratorin oder ein Administrator Ihrer Organisation muss prüfen, welche Richtlinien für bedingten Zugriff in Microsoft Entra ID für diese Anwendung gelten. Geben Sie die Details unten weiter. Melden Sie sich nach der Änderung ab und wieder an.',
    },
    roleMissing: {
      heading: 'Dieses Konto darf keine Berichte lesen',
      advice:
        'Es benötigt eine der Partner Center-Rollen Global admin, Account admin, Report viewer oder Executive report viewer. Eine globale Administratorin oder ein globaler Administrator Ihrer Organisation vergibt sie in den Kontoeinstellungen unter Benutzerverwaltung.',
    },
    notServed: {
      heading: 'Der Bericht ist nicht da',
      advice:
        'Was unter der konfigurierten Adresse antwortet, liefert den Bericht zur Lizenzbereitstellung nicht. Wer diese Website betreibt, kann apiBaseUrl in config.json und die Weiterleitung von /v1 prüfen.',
    },
    throttled: {
      heading: 'Der Dienst bittet um langsamere Anfragen',
      advice:
        'In kurzer Zeit kamen zu viele Anfragen. Warten Sie einen Moment, und versuchen Sie es dann erneut.',
    },
    unavailable: {
      heading: 'Der Dienst ist nicht verfügbar',
      advice:
        'Er ist vielleicht in einer Minute wieder da: Versuchen Sie es erneut. Die Ansicht bleibt erhalten.',
    },
    network: {
      heading: 'Keine Verbindung zum Dienst',
      advice: 'Prüfen Sie das Netzwerk, und versuchen Sie es dann erneut. Die Ansicht bleibt erhalten.',
    },
    interrupted: {
      heading: 'Die Antwort ist nicht vollständig angekommen',
      advice:
        'Etwas zwischen dieser Seite und dem Dienst hat sie abgebrochen oder an seiner Stelle geantwortet; deshalb wird nichts davon gezeigt. Versuchen Sie es erneut; bleibt es dabei, fragen Sie, wer das Netzwerk oder diese Website betreibt.',
    },
    unreadableResponse: {
      heading: 'Die Antwort konnte nicht gelesen werden',
      advice:
        'Was kam, entspricht nicht der Dokumentation des Dienstes; deshalb wird nichts davon gezeigt. Versuchen Sie es erneut; bleibt es dabei, melden Sie die Details unten.',
    },
    snapshotChanged: {
      heading: 'Die Daten haben sich beim Lesen geändert',
      advice:
        'Der Dienst hat inzwischen eine neue Momentaufnahme bereitgestellt, und Zahlen zweier Momentaufnahmen dürfen nicht vermischt werden. Versuchen Sie es erneut.',
    },
    pagesOverlap: {
      heading: 'Die Seiten der Antwort überschneiden sich',
      advice:
        'Zeilen würden doppelt gezählt; deshalb wird nichts davon gezeigt. Versuchen Sie es erneut; bleibt es dabei, melden Sie die Details unten.',
    },
    emptyPages: {
      heading: 'Die Antwort nimmt kein Ende',
      advice:
        'Der Dienst sendet eine Seite ohne Zeilen nach der anderen; deshalb wird nichts davon gezeigt. Versuchen Sie es erneut; bleibt es dabei, melden Sie die Details unten.',
    },
    filterTooLong: {
      heading: 'Der Filter ist zu lang für den Dienst',
      advice:
        'Er kann auch nicht in Teilen angefragt werden, weil alles zugleich gelten muss. Schließen Sie weniger Werte aus, oder nennen Sie stattdessen die einzuschließenden.',
    },
    tooManyParts: {
      heading: 'Der Filter hat zu viele Werte für den Dienst',
      advice:
        'Jede Kennzahl bräuchte mehr als hundert Anfragen; deshalb wird nicht gefragt. Wählen Sie weniger Werte, oder nennen Sie stattdessen die auszuschließenden.',
    },
    browserFailed: {
      heading: 'Der Browser hat bei den Zeilen aufgegeben',
      advice:
        'Vielleicht ist der Arbeitsspeicher knapp: Schließen Sie, was Sie nicht benötigen, und versuchen Sie es dann erneut. Bleibt es dabei, laden Sie die Seite neu. Die Ansicht bleibt erhalten.',
    },
    unexpected: {
      heading: 'Dieser Seite ist ein Fehler unterlaufen',
      advice:
        'Die Antwort konnte nicht gezeigt werden. Versuchen Sie es erneut; bleibt es dabei, laden Sie die Seite neu, und melden Sie die Details unten. Die Ansicht bleibt erhalten.',
    },
  },
  secondFactorNeeded: {
    heading: 'Microsoft verlangt einen zweiten Faktor',
    advice:
      'Partner Center antwortet nur, wenn Sie sich mit mehr als einem Kennwort angemeldet haben, zum Beispiel zusätzlich mit einer App oder einem Code. Es öffnet sich ein Fenster, in dem Sie dies bestätigen. Danach macht diese Seite mit derselben Ansicht und allem Geladenen weiter.',
  },
  secondFactorRefused: {
    heading: 'Der Dienst sieht noch immer keinen zweiten Faktor',
    advice:
      'Auch Ihre neue Anmeldung weist keinen nach; ein weiterer Versuch hilft deshalb nicht. Eine Administratorin oder ein Administrator Ihrer Organisation muss eines von beidem tun: in Microsoft Entra ID eine Richtlinie für bedingten Zugriff festlegen, die für diese Anwendung eine mehrstufige Anmeldung verlangt; oder, wenn Sie sich bei einem anderen Identitätsanbieter anmelden, dafür sorgen, dass dieser den zweiten Faktor weitergibt. Geben Sie die Details unten weiter. Melden Sie sich nach der Änderung ab und wieder an.',
  },
  signInWithSecondFactor: 'Mit einem zweiten Faktor anmelden',
  askedToWait:
    '{minutes, plural, one {Der Dienst bittet, # Minute zu warten.} other {Der Dienst bittet, # Minuten zu warten.}}',
  waiting: '{heading}: Versuch {tries} von {most} ist fehlgeschlagen.',
  nextTry:
    '{seconds, plural, =0 {Neuer Versuch jetzt.} one {Neuer Versuch in # s.} other {Neuer Versuch in # s.}}',
  tryNow: 'Jetzt versuchen',
  giveUp: 'Nicht mehr versuchen',
  offline:
    'Sie sind offline. Was geladen ist, bleibt; der Rest geht von selbst weiter, sobald das Netzwerk wieder da ist.',
  loadedAt: 'Die Zahlen sind von {time}.',
  tryAgain: 'Erneut versuchen',
};
