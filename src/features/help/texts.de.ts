import type { Translation } from '#ui/catalogue.ts';
import type { texts } from './texts.ts';

export const messages: Translation<typeof texts> = {
  heading: 'Hilfe',
  search: 'Hilfe durchsuchen',
  found: 'In der Hilfe gefunden',
  nothing: 'Die Hilfe sagt nichts zu „{typed}“.',
  close: 'Schließen',
  sections: {
    figures: 'Kennzahlen und Spalten',
    filter: 'Die Filtersprache',
    address: 'Die Adresse',
    shortcuts: 'Tastenkürzel',
    data: 'Wohin Daten gehen',
  },
  filterIntroduction:
    'Ein Filter ist ein Ausdruck des Endpunkts selbst. Geben Sie ihn in den Filterausdruck ein und drücken Sie die Eingabetaste. Jedes Beispiel hier ist ein Link.',
  filterRules: {
    comparison: {
      name: 'Eine Bedingung',
      text: 'Ein Feld, eq (ist) oder ne (ist nicht) und ein Wert in geraden Anführungszeichen. Groß- und Kleinschreibung spielt keine Rolle.',
    },
    connective: {
      name: 'Mehrere Bedingungen',
      text: 'Verbinden Sie sie mit and (und) oder or (oder). Wo beides vorkommt, sagen Klammern, was zusammengehört.',
    },
    quote: {
      name: 'Ein Anführungszeichen im Wert',
      text: "Schreiben Sie es doppelt: ''O''''Neil'' steht für O’Neil mit geradem Zeichen.",
    },
    fields: {
      name: 'Die Felder',
      text: 'Die Felder sind {fields}.',
    },
  },
  examples: {
    one: 'Nur ein Kanal',
    without: 'Alles außer einem Produkt',
    either: 'Eines von zwei Produkten',
    both: 'Zwei Dienste eines Kanals',
  },
  addressIntroduction:
    'Die Adresse enthält die ganze Ansicht, ein Link zeigt anderen also dasselbe. Ein Parameter, der fehlt, hat seinen üblichen Wert.',
  address: {
    filter: 'Der Filter in der Sprache des Endpunkts.',
    groupby: 'Die Felder, nach denen Zeilen gruppiert sind, durch Kommas getrennt.',
    processedDateTime: 'Der Tag der Momentaufnahme, JJJJ-MM-TT; ohne ihn die neueste.',
    compare: 'Der Tag, mit dem verglichen wird.',
    sort: 'Die Felder, nach denen Zeilen sortiert sind, jeweils gefolgt von desc, wo die größten zuerst kommen.',
    search: 'Der Text, nach dem in Kunden- und Produktnamen gesucht wird.',
    page: 'Die Seite der Zeilen, ab 1.',
    pageSize: 'Wie viele Zeilen eine Seite hat.',
    chart: 'Das Feld, dessen Werte das Hauptdiagramm zeigt.',
    measure: 'Die Kennzahl, nach der das Hauptdiagramm ordnet.',
    view: 'Die Ansicht: overview, opportunities, anomalies, trend oder customer.',
    customerTenantId: 'Der Kunde, um den es in der Ansicht customer geht.',
    opportunity: 'Die Art der Chance: idle oder nearlyFull.',
    minIdle: 'Wie viele ungenutzte Lizenzen eine Zeile mindestens hat, um als Chance zu gelten.',
    maxUtilization: 'Die Auslastung in %, bis zu der ungenutzte Lizenzen eine Chance sind.',
    minUtilization: 'Die Auslastung in %, ab der eine Zeile als fast voll gilt.',
    spare: 'Wie viele Lizenzen ein Kunde von jedem Produkt absichtlich vorhält.',
    without: 'Die Arten von Auffälligkeiten, die weggelassen werden.',
    from: 'Der erste Tag des Verlaufs.',
    to: 'Der letzte Tag des Verlaufs.',
    days: 'Wie viele Tage der Verlauf zurückreicht.',
    about: 'Die Kennzahl oder Spalte, deren Erklärung offen ist.',
  },
  data: {
    way: {
      name: 'Was gefragt wird',
      text: 'Diese Seite fragt Partner Center in Ihrem Namen, über den Host, von dem sie kommt. Kein anderer Server erhält Ihre Zahlen, und über Sie wird nichts gemessen.',
    },
    memory: {
      name: 'Geladene Zeilen',
      text: 'Sie liegen im Speicher dieses Tabs und sind weg, wenn Sie ihn schließen, es sei denn, dieser Browser darf sie behalten.',
    },
    kept: {
      name: 'Was der Browser behält',
      text: 'Zeilen und Preise, die er behalten darf, sind verschlüsselt. Beim Abmelden werden sie entfernt.',
    },
    prices: {
      name: 'Preise',
      text: 'Es sind Ihre eigenen. Sie bleiben in diesem Browser und stehen in keinem Link. Eine exportierte Datei sagt, dass sie verwendet wurden.',
    },
    links: {
      name: 'Links',
      text: 'Ein Link enthält die Ansicht und keine Zahlen. In einem Filter oder einer Suche kann der Name eines Kunden stehen.',
    },
    files: {
      name: 'Dateien und Bilder',
      text: 'Was Sie exportieren, kopieren oder drucken, geht dorthin, wo Sie es ablegen. Die gedruckte Seite eines Kunden enthält nichts über andere Kunden.',
    },
  },
};
