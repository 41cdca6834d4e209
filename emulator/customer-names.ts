import { between, pick, type Random } from './random.ts';

// Fictitious names in the style of many countries; the fictitious companies of Microsoft's own examples are among them.
// Each style joins one word of each list. A style's weight says how often it is used.
type NameStyle = {
  readonly weight: number;
  readonly parts: readonly (readonly string[])[];
  readonly gap?: string;
};

const words = (list: string): readonly string[] => list.split(',').map((word) => word.trim());

const STYLES: readonly NameStyle[] = [
  {
    weight: 30,
    parts: [
      words(
        'Adventure,Alder,Alpine,Anchor,Ashford,Aspen,Atlas,Beacon,Birch,Blackwater,Blue Yonder,Bramble,Bright,Brook,Cedar,Clearwater,Coastal,Contoso,Copper,Crescent,Dunmore,Eastgate,Elm,Fabrikam,Fairhaven,Falcon,Fern,Fourth,Foxglove,Glenmore,Granite,Greenfield,Harbor,Hawthorn,Hazel,Heron,Highland,Humongous,Ironwood,Ivy,Juniper,Kestrel,Lakeside,Lantern,Larch,Litware,Lowland,Maple,Margie’s,Meadow,Meridian,Midland,Millbrook,Moorland,Nordwind,Northgate,Northwind,Oakridge,Orchard,Pacific,Pebble,Pine,Prairie,Proseware,Quarry,Raven,Redwood,Ridgeway,River,Rowan,Sandstone,Silver,Southgate,Spruce,Stonebridge,Summit,Tailspin,Tamarack,Thistle,Timber,Trey,Valley,Vesper,Westbrook,Wide World,Wildflower,Willow,Wingtip,Woodgrove,Yarrow',
      ),
      words(
        'Accounting,Advisory,Analytics,Architects,Auto Parts,Bakery,Bank,Biotech,Brewing,Builders,Capital,Care Homes,Chemicals,Clinic,Coffee,College,Communications,Construction,Consulting,Dairy,Dental,Design,Distribution,Electric,Energy,Engineering,Estates,Events,Farms,Fashion,Films,Financial,Foods,Freight,Furniture,Garden Centres,Glass,Health,Hotels,Housing,Insurance,Interiors,Labs,Law,Logistics,Machining,Manufacturing,Marine,Media,Medical,Mining,Motors,Museum,Optics,Outfitters,Packaging,Paper,Partners,Pharmacy,Plastics,Plumbing,Press,Printing,Property,Publishing,Rail,Recycling,Research,Retail,Robotics,School Trust,Security,Shipping,Software,Solar,Sports,Staffing,Steel,Studios,Systems,Textiles,Tools,Toys,Traders,Transport,Travel,University,Veterinary,Water,Wines',
      ),
      words('Ltd,Inc.,LLC,Group,plc,& Co.,Corp.,Pty Ltd,Holdings,'),
    ],
  },
  {
    weight: 14,
    parts: [
      words(
        'Müller,Schäfer,Köhler,Vogel,Weiß,Brandt,Huber,Gruber,Bäcker,Krüger,Lindner,Maier,Pfeiffer,Roth,Schröder,Seidel,Thoma,Voß,Winkler,Zöllner,Fürst,Hänsel,Jäger,Keßler,Löffler,Nägele,Österle,Überle',
      ),
      words(
        'Anlagenbau,Automobiltechnik,Bau,Druckguss,Elektrotechnik,Fahrzeugbau,Gartenbau,Haustechnik,Immobilien,Kältetechnik,Logistik,Maschinenbau,Medizintechnik,Möbelwerke,Optik,Präzisionsteile,Spedition,Stahlbau,Steuerberatung,Verlag,Werkzeugbau,Zahntechnik',
      ),
      words('GmbH,AG,GmbH & Co. KG,KG,e. K.,SE,OHG'),
    ],
  },
  {
    weight: 10,
    parts: [
      words(
        'Ateliers,Cabinet,Clinique,Compagnie,Domaine,Établissements,Fonderies,Groupe,Imprimerie,Laboratoires,Librairie,Maison,Menuiserie,Pâtisserie,Scierie,Transports,Verrerie',
      ),
      words(
        'Beauséjour,Bérénice,Châtelain,Delacroix,Deschênes,Dubois,Étienne,Fournier,Garçonnet,Hérault,Lachaîne,Lefèvre,Montréal-Nord,Noël,Œuvrard,Pré Vert,Rivière,Saint-Éloi,Sévigné,Vallée',
      ),
      words('SARL,SA,SAS,& Fils,et Associés,SNC'),
    ],
  },
  {
    weight: 9,
    parts: [
      words(
        'Aceites,Bodegas,Cerámicas,Comercial,Construcciones,Cooperativa,Cámara,Editorial,Farmacia,Frutas,Hostelería,Industrias,Panadería,Pinturas,Señalética,Talleres,Textil,Viñedos',
      ),
      words(
        'Álvarez,Cañada,Del Río,El Peñón,Fernández,Gómez,Ibáñez,Jiménez,La Mañana,Martínez,Muñoz,Núñez,Ordóñez,Peña,Rodríguez,San Andrés,Sierra Azul,Vázquez,Yáñez,Zúñiga',
      ),
      words('S.A.,S.L.,S. de R.L.,e Hijos,y Asociados,S.A. de C.V.'),
    ],
  },
  {
    weight: 6,
    parts: [
      words(
        'Ærø,Bjørn,Dahl,Fjord,Grønland,Håkan,Høyer,Ljung,Lindström,Mårten,Nygård,Nørre,Ørsted,Öberg,Sjö,Skjold,Strøm,Ström,Vårby,Åkerlund',
      ),
      words(
        'Arkitekter,Bageri,Byggeri,Elektronik,Energi,Fiskeri,Flyg,Handel,Industri,Kommune,Konsult,Mejeri,Møbler,Rederi,Rådgivning,Skog,Teknik,Trævarer',
      ),
      words('A/S,AB,ApS,AS,Oy,Oyj,HB'),
    ],
  },
  {
    weight: 6,
    parts: [
      words(
        'Dąbrowski,Dvořák,Głowacki,Horváth,Jabłoński,Kovács,Kučera,Łukasik,Nagy,Novák,Procházka,Szabó,Szczepański,Śliwa,Tóth,Wójcik,Zając,Żuraw,Černý,Šimek',
      ),
      words(
        'Budowa,Doprava,Elektro,Energia,Farma,Gépgyár,Hutnictwo,Kereskedelem,Nemovitosti,Obuv,Pivovar,Sklárny,Strojírny,Transport,Tisk,Usługi,Włókna,Építő',
      ),
      words('s.r.o.,a.s.,sp. z o.o.,S.A.,Kft.,Zrt.,k.s.'),
    ],
  },
  {
    weight: 5,
    parts: [
      words(
        'Ajanta,Bharat,Chandra,Ganga,Himal,Indira,Jaipur,Kaveri,Lakshmi,Mahal,Nilgiri,Padma,Rajat,Saffron,Shakti,Surya,Tamasha,Vindhya',
      ),
      words(
        'Agro,Ceramics,Exports,Fabrics,Infotech,Jewels,Logistics,Motors,Pharma,Plastics,Power,Spices,Steel,Tea,Textiles,Tools',
      ),
      words('Pvt. Ltd.,Ltd.,LLP,& Sons,Industries'),
    ],
  },
  {
    weight: 5,
    gap: '',
    parts: [
      words('株式会社,有限会社,合同会社'),
      words(
        '青山,朝日野,石川,上野原,大森,岡本,川口,北村,小林,桜井,清水,高橋,田中,中村,西田,野口,東雲,藤原,松本,三浦,山手,横山,吉川,若葉',
      ),
      words('運輸,印刷,化学,機械,建設,工業,産業,酒造,商事,食品,製作所,製薬,設計,電機,農園,不動産,物流,薬局'),
    ],
  },
  {
    weight: 5,
    gap: '',
    parts: [
      words('北京,上海,广州,深圳,杭州,成都,南京,武汉,苏州,青岛,厦门,西安'),
      words(
        '安泰,长青,东方,丰华,光明,海天,恒通,华盛,金桥,蓝天,绿源,明珠,瑞祥,盛世,天河,新月,星辰,永兴,远航,云峰',
      ),
      words('电子,纺织,服装,环保,机械,建材,教育,科技,旅游,贸易,能源,软件,食品,物流,医药,印务,咨询,装饰'),
      words('有限公司,股份有限公司,集团'),
    ],
  },
  {
    weight: 4,
    parts: [
      words('ООО,ТОВ,ЗАО,АО'),
      words(
        '«Альтаир»,«Берёзка»,«Ветер»,«Горизонт»,«Дніпро»,«Заря»,«Искра»,«Їжак»,«Карпати»,«Лесной двор»,«Меридиан»,«Орион»,«Полюс»,«Родник»,«Северный свет»,«Теплоход»,«Урожай»,«Фарватер»,«Эхо»,«Янтарь»',
      ),
    ],
  },
  {
    weight: 4,
    parts: [
      words('شركة,مجموعة,مؤسسة,مصنع'),
      words(
        'الأفق,الأمل,البركة,البيان,الجزيرة,الخليج,الربيع,الرواد,السلام,الشروق,الصحراء,الفجر,المنار,النخيل,النور,الوادي,اليمامة,زهرة المدائن',
      ),
      words('للتجارة,للمقاولات,للنقل,للأغذية,للبرمجيات,للطباعة,للسياحة,للأدوية,للعقارات,للطاقة'),
    ],
  },
  {
    weight: 2,
    parts: [
      words('Ελληνική,Αιγαίο,Ήλιος,Δελφοί,Όλυμπος,Πήγασος,Ρόδος,Σείριος,Φάρος,Ωκεανός'),
      words('Εμπορική,Κατασκευές,Ναυτιλία,Ξενοδοχεία,Τρόφιμα,Φαρμακευτική,Ενέργεια,Εκδόσεις'),
      words('Α.Ε.,Ε.Π.Ε.,Ο.Ε.'),
    ],
  },
];

const STYLE_OF_ROLL: readonly NameStyle[] = STYLES.flatMap((style) =>
  Array.from({ length: style.weight }, () => style),
);

/** A plausible company name. Names repeat once there are some thousands. */
export function companyName(random: Random): string {
  const { parts, gap = ' ' } = pick(random, STYLE_OF_ROLL);
  return parts
    .map((list) => pick(random, list))
    .filter((word) => word !== '')
    .join(gap);
}

/** The text that distinguishes companies with the same name: the number of a branch. */
export function branchName(name: string, random: Random): string {
  return `${name} ${between(random, 2, 9999)}`;
}
