import type { AnomaliesPage, ListedAnomaly } from '#query/use-anomalies.ts';
import type { TextsOf } from '#ui/catalogue.ts';
import type { Format } from '#ui/format.ts';
import type { Decimal } from './decimal.ts';
import type { texts } from './texts.ts';

type Texts = TextsOf<typeof texts>;

// Ids of this length or more are GUIDs and the like: the first part is enough to find one and to distinguish a few.
const LONG_ID = 36;
const SHORT_ID = 8;

function shortId(id: string): string {
  return id.length < LONG_ID ? id : `${id.slice(0, SHORT_ID)}…`;
}

/** Why an anomaly is listed, in a sentence or two. */
export function whySaid(
  anomaly: ListedAnomaly,
  { snapshot, before }: Pick<AnomaliesPage, 'snapshot' | 'before'>,
  t: Texts,
  format: Format,
  decimal: Decimal,
): string {
  const date = format.date((before ?? snapshot).date);
  if (anomaly.kind === 'jump') {
    const { measure, before: was, after: is, from, to, usual, score, licenses } = anomaly;
    return t.jumped({
      measure,
      way: is > was ? 'up' : 'down',
      by: format.count(licenses),
      before: format.count(was),
      after: format.count(is),
      from: format.date(from),
      to: format.date(to),
      usual: decimal.change(usual),
      score: decimal.plain(score),
    });
  }
  const { licenses, after, count = 0, members = [], nameBefore } = anomaly;
  const deployed = after?.licensesDeployed ?? 0;
  const more = count > members.length ? 'yes' : 'no';
  switch (anomaly.kind) {
    case 'overDeployed':
      return t.overDeployed({
        deployed: format.count(deployed),
        sold: format.count(after?.licensesSold ?? 0),
        more: format.count(licenses),
      });
    case 'nothingSold':
      return t.nothingSold({ deployed: format.count(deployed) });
    case 'sharedName':
      return t.sharedName({ tenants: count, some: format.list(members.map(shortId)), more });
    case 'severalNames':
      return t.severalNames({
        names: count,
        some: format.list(members.map((name) => t.quoted({ name }))),
        more,
      });
    case 'renamedProduct':
      return t.renamed({ before: nameBefore ?? '', date });
    case 'customerGone':
      return t.gone({ sold: format.count(licenses), date });
    case 'droppedToNothing':
      return t.dropped({
        sold: format.count(licenses),
        date,
        stillDeployed: deployed === 0 ? 'none' : format.count(deployed),
      });
  }
}

/** What an anomaly is about: a customer, a product, or both. */
export type Subject = { readonly name: string; readonly of: string | null };

/** The names of the customer or product that an anomaly is about. */
export function subjectOf(anomaly: ListedAnomaly, t: Texts): Subject {
  if (anomaly.kind === 'jump') return { name: anomaly.member?.name ?? t.everything, of: null };
  const { kind, customerTenantId, customerName, productId, productName } = anomaly;
  const customer = customerName ?? customerTenantId ?? t.noCustomer;
  const product = productName ?? productId ?? t.noProduct;
  if (kind === 'renamedProduct') return { name: product, of: null };
  return { name: customer, of: productId === undefined ? null : product };
}
