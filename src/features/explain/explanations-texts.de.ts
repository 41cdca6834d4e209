import type { Translation } from '#ui/catalogue.ts';
import type { explanations } from './explanations-texts.ts';

export const messages: Translation<typeof explanations> = {
  totalSold: {
    means: 'Die Lizenzen, die den Kunden dieser Ansicht verkauft wurden.',
    computed: 'Die Summe von licensesSold über alle ihre Zeilen.',
  },
  totalDeployed: {
    means: 'Die Lizenzen, die die Kunden dieser Ansicht ihren Benutzern zugewiesen haben.',
    computed:
      'Die Summe von licensesDeployed über alle ihre Zeilen. Sie kann die verkauften Lizenzen übersteigen: Ein Kunde kann Lizenzen aus anderen Quellen haben.',
  },
  totalNotDeployed: {
    means:
      'Wie viele verkaufte Lizenzen nicht genutzt werden; unter 0 werden mehr genutzt, als verkauft wurden.',
    computed:
      'Verkaufte Lizenzen − bereitgestellte Lizenzen, beide für die ganze Ansicht: Was ein Kunde zu viel hat, gleicht aus, was bei einem anderen ungenutzt ist.',
  },
  totalUtilization: {
    means: 'Der Anteil der verkauften Lizenzen, der genutzt wird.',
    computed:
      'Bereitgestellte Lizenzen ÷ verkaufte Lizenzen, beide für die ganze Ansicht, nicht der Mittelwert der Kunden. Ohne verkaufte Lizenzen ist sie nicht definiert (—).',
  },
  customers: {
    means: 'Wie viele Kunden die Ansicht hat.',
    computed:
      'Die Anzahl verschiedener Mandanten von Kunden in ihren Zeilen: Zwei Mandanten mit demselben Namen sind zwei Kunden, Groß- und Kleinschreibung macht keinen Unterschied.',
  },
  deployedVersusSold: {
    means: 'Was den größten Werten eines Felds verkauft wurde und wie viel davon genutzt wird.',
    computed:
      'Verkaufte und bereitgestellte Lizenzen werden für jeden Wert summiert; die ersten werden gezeichnet, alle anderen als „Andere“ summiert. Was Sie im Diagramm auswählen, nimmt den Rest nicht weg.',
  },
  utilizationOverCustomers: {
    means: 'Wie viele Kunden wie viel von dem nutzen, was sie gekauft haben.',
    computed:
      'Bereitgestellt ÷ verkauft jedes Kunden ordnet ihn einem der Bereiche zu; Kunden ohne verkaufte Lizenzen haben einen eigenen Balken.',
  },
  idleLicenses: {
    means: 'Wer die ungenutzten Lizenzen hat, die größten zuerst.',
    computed:
      'Ungenutzte Lizenzen jeder Zeile der Liste und der Anteil, den eine Zeile und alle davor zusammen haben.',
  },
  trend: {
    means: 'Was von Tag zu Tag verkauft und bereitgestellt war.',
    computed:
      'Die Summen der Momentaufnahme jedes Tages. Aus einem langen Zeitraum wird gleichmäßig ausgewählt; ein Tag ohne Momentaufnahme ist eine Lücke, nie eine Schätzung.',
  },
  movers: {
    means:
      'Welche Werte des Felds im Diagramm seit der verglichenen Momentaufnahme am meisten gewonnen oder verloren haben.',
    computed:
      'Die Zahl der späteren Momentaufnahme − die der früheren, für jeden Wert; fehlt er in einer von beiden, zählt er dort als 0.',
  },
  customerName: {
    means: 'Der Name des Kunden, wie ihn der Dienst schreibt.',
    computed: 'Unverändert aus den Zeilen übernommen. Ein Name kann für mehrere Mandanten stehen.',
  },
  customerTenantId: {
    means: 'Die ID des Microsoft Entra-Mandanten des Kunden, die Kunden mit demselben Namen unterscheidet.',
    computed: 'Unverändert aus den Zeilen übernommen.',
  },
  productName: {
    means: 'Der Name des Produkts, wie ihn der Dienst schreibt.',
    computed: 'Unverändert aus den Zeilen übernommen.',
  },
  productId: {
    means: 'Die ID des Produkts, die gleich bleibt, wenn sich sein Name ändert.',
    computed: 'Unverändert aus den Zeilen übernommen.',
  },
  serviceName: {
    means: 'Der Dienst, zu dem das Produkt gehört, zum Beispiel Microsoft Office 365.',
    computed: 'Unverändert aus den Zeilen übernommen.',
  },
  serviceCode: {
    means: 'Der Kurzcode des Diensts, zu dem das Produkt gehört.',
    computed: 'Unverändert aus den Zeilen übernommen.',
  },
  channel: {
    means: 'Der Weg, auf dem die Lizenzen verkauft wurden, zum Beispiel reseller oder direct.',
    computed: 'Unverändert aus den Zeilen übernommen.',
  },
  processedDateTime: {
    means: 'Der Tag, an dem der Dienst die Momentaufnahme erstellt hat, aus der eine Zeile stammt.',
    computed: 'Der Tag von processedDateTime der Zeile, wie er dort steht.',
  },
  licensesSold: {
    means: 'Die Lizenzen, die verkauft wurden.',
    computed: 'licensesSold der Zeile; bei einer Gruppe die Summe über ihre Zeilen.',
  },
  licensesDeployed: {
    means: 'Die Lizenzen, die der Kunde Benutzern zugewiesen hat.',
    computed: 'licensesDeployed der Zeile; bei einer Gruppe die Summe über ihre Zeilen.',
  },
  licensesNotDeployed: {
    means:
      'Wie viele verkaufte Lizenzen nicht genutzt werden; unter 0 werden mehr genutzt, als verkauft wurden.',
    computed:
      'Verkauft − bereitgestellt der Zeile oder Gruppe. In einer Gruppe gleicht, was von einem Produkt zu viel da ist, aus, was von einem anderen ungenutzt ist: siehe „Ungenutzt“ und „Fehlend“.',
  },
  utilization: {
    means: 'Der Anteil der verkauften Lizenzen, der genutzt wird.',
    computed:
      'Bereitgestellt ÷ verkauft der Zeile oder Gruppe. Ohne verkaufte Lizenzen ist sie nicht definiert (—).',
  },
  idle: {
    means: 'Lizenzen, die verkauft wurden, nicht genutzt werden und nicht als Reserve gehalten werden.',
    computed:
      'Für jeden Kunden und jedes Produkt: verkauft − bereitgestellt − Reserve, sofern über 0. Diese Werte werden addiert, damit ein Produkt mit zu vielen genutzten Lizenzen nie die ungenutzten eines anderen verdeckt.',
  },
  short: {
    means: 'Lizenzen, die über die verkauften hinaus genutzt werden.',
    computed:
      'Für jeden Kunden und jedes Produkt: bereitgestellt − verkauft, sofern über 0. Diese Werte werden addiert, damit ungenutzte Lizenzen eines Produkts nie verdecken, was bei einem anderen fehlt.',
  },
  idleValue: {
    means: 'Was die ungenutzten Lizenzen nach Ihren eigenen Preisen im Monat kosten.',
    computed:
      'Für jeden Kunden und jedes Produkt: ungenutzt × Ihr Monatspreis des Produkts, addiert. Produkte ohne Preis zählen nicht, der Wert ist also mindestens so hoch.',
  },
  remedy: {
    means: 'Was die Zeile auf den Schwellenwert bringen würde, nach dem die Liste erstellt ist.',
    computed:
      'Die kleinste Zahl von Lizenzen, die Benutzern zuzuweisen oder sonst abzugeben sind, damit die Zeile ihn erreicht.',
  },
  before: {
    means: 'Was in der verglichenen Momentaufnahme verkauft war.',
    computed:
      'Die Summe von licensesSold über die Zeilen der Gruppe in der früheren Momentaufnahme; keine, wo es die Gruppe dort nicht gab.',
  },
  change: {
    means: 'Wie viele Lizenzen mehr oder weniger verkauft sind als vorher.',
    computed:
      'Verkauft in der späteren Momentaufnahme − verkauft in der früheren; gab es sie dort nicht, ist das 0.',
  },
  changePercent: {
    means: 'Die Änderung der verkauften Lizenzen, gemessen an den vorher verkauften.',
    computed: 'Änderung ÷ vorher. Wurde vorher nichts verkauft, ist sie nicht definiert (—).',
  },
  changeDeployed: {
    means: 'Wie viele Lizenzen mehr oder weniger genutzt werden als vorher.',
    computed:
      'Bereitgestellt in der späteren Momentaufnahme − bereitgestellt in der früheren; gab es sie dort nicht, ist das 0.',
  },
  changeIdle: {
    means: 'Wie viele Lizenzen mehr oder weniger ungenutzt sind als vorher.',
    computed:
      'Ungenutzt in der späteren Momentaufnahme − ungenutzt in der früheren, jeweils nach Kunde und Produkt.',
  },
};
