import { defineTexts } from '#ui/catalogue.ts';

/**
 * One sentence on what a figure or a column means, and one on how it is computed, for everything that the page explains.
 * This is the one place that says what the page’s words mean.
 */
export const explanations = defineTexts('features/explain/explanations-texts', {
  totalSold: {
    means: 'The licenses that were sold to the customers of this view.',
    computed: 'The sum of licensesSold over all its rows.',
  },
  totalDeployed: {
    means: 'The licenses that the customers of this view have assigned to their users.',
    computed:
      'The sum of licensesDeployed over all its rows. It can exceed what was sold: a customer may hold licenses from elsewhere.',
  },
  totalNotDeployed: {
    means: 'How many sold licenses are not in use; below 0, more are in use than were sold.',
    computed:
      'Licenses sold − licenses deployed, both of the whole view: what one customer has too many offsets what another has idle.',
  },
  totalUtilization: {
    means: 'The share of the sold licenses that is in use.',
    computed:
      'Licenses deployed ÷ licenses sold, both of the whole view, not the mean of its customers. Without anything sold it is undefined (—).',
  },
  customers: {
    means: 'How many customers the view has.',
    computed:
      'The number of different customer tenants among its rows: two tenants of one name are two customers, letter case makes no difference.',
  },
  deployedVersusSold: {
    means: 'What was sold to the largest members of a field, and how much of it is in use.',
    computed:
      'Sold and deployed are summed for each member, the first are drawn, all others are summed as Other. What you choose in the chart does not take the rest of it away.',
  },
  utilizationOverCustomers: {
    means: 'How many customers use how much of what they bought.',
    computed:
      'Each customer’s deployed ÷ sold puts it into one of the bands; customers without anything sold have a bar of their own.',
  },
  idleLicenses: {
    means: 'Who holds the licenses that lie idle, the largest first.',
    computed:
      'Idle licenses of each row of the list, and the share that a row and all before it hold together.',
  },
  trend: {
    means: 'What was sold and deployed from day to day.',
    computed:
      'The sums of each day’s own snapshot. A long range is sampled evenly; a day without a snapshot is a gap, never a guess.',
  },
  movers: {
    means: 'Which members of the chart’s field gained or lost most since the snapshot that is compared with.',
    computed:
      'The later snapshot’s figure − the earlier one’s, for each member; one that is missing in either counts as 0 there.',
  },
  customerName: {
    means: 'The customer’s name, as the service writes it.',
    computed: 'Taken from the rows as it is. A name can stand for several tenants.',
  },
  customerTenantId: {
    means: 'The ID of the customer’s Microsoft Entra tenant, which tells customers of one name apart.',
    computed: 'Taken from the rows as it is.',
  },
  productName: {
    means: 'The product’s name, as the service writes it.',
    computed: 'Taken from the rows as it is.',
  },
  productId: {
    means: 'The product’s ID, which stays where a product’s name changes.',
    computed: 'Taken from the rows as it is.',
  },
  serviceName: {
    means: 'The service that the product belongs to, such as Microsoft Office 365.',
    computed: 'Taken from the rows as it is.',
  },
  serviceCode: {
    means: 'The short code of the service that the product belongs to.',
    computed: 'Taken from the rows as it is.',
  },
  channel: {
    means: 'The way by which the licenses were sold, such as reseller or direct.',
    computed: 'Taken from the rows as it is.',
  },
  processedDateTime: {
    means: 'The day on which the service made the snapshot that a row is from.',
    computed: 'The day of the row’s processedDateTime, as it is written there.',
  },
  licensesSold: {
    means: 'The licenses that were sold.',
    computed: 'The row’s licensesSold; of a group, the sum over its rows.',
  },
  licensesDeployed: {
    means: 'The licenses that the customer has assigned to users.',
    computed: 'The row’s licensesDeployed; of a group, the sum over its rows.',
  },
  licensesNotDeployed: {
    means: 'How many sold licenses are not in use; below 0, more are in use than were sold.',
    computed:
      'Sold − deployed of the row or group. In a group, what one product has too many offsets what another has idle: see Idle and Short.',
  },
  utilization: {
    means: 'The share of the sold licenses that is in use.',
    computed: 'Deployed ÷ sold of the row or group. Without anything sold it is undefined (—).',
  },
  idle: {
    means: 'Licenses that were sold, are not in use, and are not kept as spare.',
    computed:
      'For each customer and product: sold − deployed − spare, where that is above 0. These are added up, so that a product with too many in use never hides another’s idle licenses.',
  },
  short: {
    means: 'Licenses that are in use beyond what was sold.',
    computed:
      'For each customer and product: deployed − sold, where that is above 0. These are added up, so that idle licenses of one product never hide what another lacks.',
  },
  idleValue: {
    means: 'What the idle licenses cost a month, by your own prices.',
    computed:
      'For each customer and product: idle × your price of the product a month, added up. Products without a price count nothing, so it is at least so much.',
  },
  remedy: {
    means: 'What would bring the row to the threshold that the list is made by.',
    computed: 'The fewest licenses to assign to users, or else to drop, that bring the row there.',
  },
  before: {
    means: 'What was sold in the snapshot that is compared with.',
    computed:
      'The sum of licensesSold over the group’s rows in the earlier snapshot; none where it was not there.',
  },
  change: {
    means: 'How many more or fewer licenses are sold than before.',
    computed: 'Sold in the later snapshot − sold in the earlier one; where it was not there, that is 0.',
  },
  changePercent: {
    means: 'The change of sold, measured by what was sold before.',
    computed: 'Change ÷ before. Where nothing was sold before, it is undefined (—).',
  },
  changeDeployed: {
    means: 'How many more or fewer licenses are in use than before.',
    computed:
      'Deployed in the later snapshot − deployed in the earlier one; where it was not there, that is 0.',
  },
  changeIdle: {
    means: 'How many more or fewer licenses lie idle than before.',
    computed: 'Idle in the later snapshot − idle in the earlier one, each by customer and product.',
  },
});
