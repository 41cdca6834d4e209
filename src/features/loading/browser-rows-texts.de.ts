import type { Translation } from '#ui/catalogue.ts';
import type { browserRowsTexts } from './browser-rows-texts.ts';

export const messages: Translation<typeof browserRowsTexts> = {
  limit: 'Höchstens laden (Zeilen)',
  limitHint: 'Eine Million Zeilen belegt etwa 44 MB Arbeitsspeicher, solange die Seite geöffnet ist.',
  inMemory: 'Die {rows} Zeilen hier belegen derzeit {size}.',
  nothingTyped:
    'Es ist nichts eingegeben. Geben Sie die Anzahl der Zeilen ein, etwa {example}, oder 0 für keine.',
  limitWrong:
    '„{typed}“ ist keine ganze Zahl. Geben Sie die Anzahl der Zeilen ein, etwa {example}, oder 0 für keine.',
  keep: 'Zeilen zwischen den Besuchen auf diesem Gerät behalten',
  keepHint:
    'Beim erneuten Öffnen der Seite ist dann kein Download nötig. Die Zeilen sind verschlüsselt: Abmelden, ein anderes Konto oder das Ausschalten dieser Option vernichtet den Schlüssel, und was der Browser davon auf dem Datenträger zurücklässt, bleibt unlesbar. Bis dahin kann sie lesen, wer die Dateien dieses Browsers lesen kann.',
  nothingKept: 'Es ist nichts gespeichert.',
  remove: 'Gespeicherte Zeilen löschen ({size})',
  done: 'Fertig',
};
