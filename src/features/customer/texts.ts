import { defineTexts } from '#ui/catalogue.ts';

/** The texts of the view of one customer. */
export const texts = defineTexts('features/customer/texts', {
  tenant: 'Tenant {tenantId}',
  unknown: 'No such customer',
  unknownAdvice:
    'The snapshot{date, select, unknown {} other { of {date}}} has no licenses of the tenant {tenantId}. Another day may have some.',
  toOverview: 'Show all customers',
  similar: 'Among customers of similar size',
  usesMore:
    'Uses more of its licenses than {below} of {customers} other customers that have {size, select, same {} other {{from} to }}{to, plural, one {# license} other {# licenses}}.{same, plural, =0 {} one { One uses as much.} other { # use as much.}}',
  usesMoreThanOne:
    '{isMore, select, yes {Uses more} other {Does not use more}} of its licenses than the one other customer that has {size, select, same {} other {{from} to }}{to, plural, one {# license} other {# licenses}}.',
  nobody:
    'No other customer has {size, select, same {} other {{from} to }}{to, plural, one {# license} other {# licenses}}.',
  nothingSold: 'Nothing is sold to this customer, so there is no utilization to compare.',
  failed: 'Could not be loaded.',
  axis: 'Utilization of the other customers; the arrow is this one',
  ownPlace: 'this customer: {share}',
  utilization: 'Utilization',
  customers: 'Customers',
  step: '{from} to {to}',
  exactly: 'exactly {share}',
  above: 'above {share}',
  over: 'over',
  needsAll:
    'Where it stands takes {customers, select, unknown {all} other {all {customers}}} customers{requests, select, unknown {} other {, in {requests} requests}}.',
  load: '{customers, select, unknown {Read all customers} other {Read all {customers} customers}}',
});
