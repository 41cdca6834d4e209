import { readFileSync } from 'node:fs';

/** A service as the endpoint names it. */
export type Service = { readonly serviceCode: string; readonly serviceName: string };

/** The kind decides how many licenses of a product a customer takes, relative to its seats. */
export type ProductKind = 'suite' | 'addOn' | 'few';

export type Product = {
  readonly productId: string;
  /** The name that administrators use in scripts, such as `SPE_E3`. It is not part of a row. */
  readonly stringId: string;
  readonly productName: string;
  readonly service: Service;
  /** How often the product is bought, relative to the others. */
  readonly popularity: number;
  readonly kind: ProductKind;
};

const O365: Service = { serviceCode: 'o365', serviceName: 'Microsoft Office 365' };

// The first pattern that fits a product's "stringId productName" gives its service; a product that fits none belongs to
// Office 365. The endpoint's page shows only `o365`: the other codes are made in its style.
const SERVICES: readonly (readonly [RegExp, Service])[] = [
  [/copilot|virtual_?agent|ccibots|agent_365/i, { serviceCode: 'copilot', serviceName: 'Microsoft Copilot' }],
  [
    /dyn365|dynamics|d365|^crm|social_engagement|guides_user|forms_pro|remote_assist|project_madeira|relationship_sales/i,
    { serviceCode: 'dyn365', serviceName: 'Microsoft Dynamics 365' },
  ],
  [/windows 365|^cpc_/i, { serviceCode: 'win365', serviceName: 'Windows 365' }],
  [
    /defender|threat experts|^tvm_|cloud app security/i,
    { serviceCode: 'defender', serviceName: 'Microsoft Defender' },
  ],
  [/windows (?:10|store)/i, { serviceCode: 'windows', serviceName: 'Microsoft Windows' }],
  [/intune/i, { serviceCode: 'intune', serviceName: 'Microsoft Intune' }],
  [/^ems/i, { serviceCode: 'ems', serviceName: 'Enterprise Mobility + Security' }],
  [
    /entra|^aad|multi-factor|workload_?identit/i,
    { serviceCode: 'aadp', serviceName: 'Azure Active Directory Premium' },
  ],
  [/power_?bi|^pbi_|fabric/i, { serviceCode: 'powerbi', serviceName: 'Microsoft Power BI' }],
  [
    /power_?apps|power_?automate|power pages|powerflow|^flow_|^cds|common data service|ai builder/i,
    { serviceCode: 'powerplatform', serviceName: 'Microsoft Power Platform' },
  ],
  [/^visio/i, { serviceCode: 'visio', serviceName: 'Microsoft Visio' }],
  [/^project|planner/i, { serviceCode: 'project', serviceName: 'Microsoft Project' }],
  [
    /teams(?! bundle)(?!\))(?!_bundle)|^mco|skype|calling|business_voice|phone/i,
    { serviceCode: 'teams', serviceName: 'Microsoft Teams' },
  ],
  [/viva|workplace_analytics|topic_exp/i, { serviceCode: 'viva', serviceName: 'Microsoft Viva' }],
  [
    /rightsman|information protection|compliance|privacy|purview|rms|audit/i,
    { serviceCode: 'purview', serviceName: 'Microsoft Purview' },
  ],
  [/^microsoft.365|^m365|^spe_|^spb|microsoft 365/i, { serviceCode: 'm365', serviceName: 'Microsoft 365' }],
];

// The products that partners sell most, by string id; every other product counts 1 or less.
const BEST_SELLERS: ReadonlyMap<string, number> = new Map([
  ['SPB', 220],
  ['O365_BUSINESS_PREMIUM', 200],
  ['O365_BUSINESS_ESSENTIALS', 160],
  ['SPE_E3', 120],
  ['EXCHANGESTANDARD', 110],
  ['ENTERPRISEPACK', 70],
  ['POWER_BI_PRO', 64],
  ['O365_BUSINESS', 60],
  ['SPE_E5', 56],
  ['Microsoft_365_Copilot', 40],
  ['STANDARDPACK', 36],
  ['VISIOCLIENT', 32],
  ['ATP_ENTERPRISE', 32],
  ['AAD_PREMIUM', 32],
  ['INTUNE_A', 28],
  ['MCOEV', 28],
  ['PROJECTPROFESSIONAL', 28],
  ['EMS', 24],
  ['SPE_F1', 24],
  ['EXCHANGEENTERPRISE', 20],
  ['MCOMEETADV', 20],
  ['MDE_SMB', 20],
  ['POWERAPPS_PER_USER', 12],
  ['DYN365_BUSCENTRAL_ESSENTIAL', 12],
  ['FLOW_PER_USER', 10],
  ['DYN365_ENTERPRISE_SALES', 10],
  ['DYN365_TEAM_MEMBERS', 10],
  ['CPC_B_2C_8RAM_128GB', 10],
  ['Microsoft_Teams_Premium', 10],
  ['Microsoft_Teams_Rooms_Pro', 10],
  ['CPC_E_2C_8GB_128GB', 8],
]);

const RARE = /alumni|gcc|gov(?!ernance)|dod|faculty|student|edu\b|trial|preview|test|telstra|_cn|usl|legacy/i;
const FEW =
  /room|storage|capacity|cpc_|windows_365|server|per flow|per_process|instance|device|resource account|multi-geo/i;
const SUITE =
  /^(?:microsoft 365|office 365) (?:business|apps|[aefg]\d)|exchange online|business (?:basic|standard|premium)/i;

function productOf(line: string): Product {
  const [productId = '', stringId = '', productName = ''] = line.split('\t');
  const both = `${stringId} ${productName}`;
  return {
    // The endpoint's page writes GUIDs in upper case.
    productId: productId.toUpperCase(),
    stringId,
    productName,
    service: SERVICES.find(([pattern]) => pattern.test(both))?.[1] ?? O365,
    popularity: BEST_SELLERS.get(stringId) ?? (RARE.test(both) ? 0.2 : 1),
    kind: FEW.test(both) ? 'few' : SUITE.test(productName) ? 'suite' : 'addOn',
  };
}

/** The products of the demo data: Microsoft's own names and ids, in the order of `products.tsv`. */
export function readProducts(): readonly Product[] {
  const [, ...lines] = readFileSync(new URL('./products.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map(productOf);
}
