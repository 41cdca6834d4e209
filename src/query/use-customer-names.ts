import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Group, Groups, GroupsQuestion, Member, Members } from '#engine/engine.ts';
import { filterOf } from '#partner-center/filter/conditions.ts';
import { foldCase } from '#partner-center/filter/fold-case.ts';
import { answeredGroupby } from '#view/answered.ts';
import type { View } from '#view/view.ts';
import { askingForNames, MOST_NAMED, pinOf, queryOf, type Asking, type RowsView } from './asking.ts';
import { useSource } from './source.ts';
import { useAnswering } from './use-license-deployment.ts';

/** The name of a customer tenant; null where it has no name, or none is known. */
export type CustomerName = (tenantId: string) => string | null;

type Names = ReadonlyMap<string, string>;

/**
 * The names of some tenants in the whole snapshot of a view, whatever the view filters by. Until the answer is there,
 * they are the names that other answers about the snapshot have. Only the first tenants of a long list are named.
 */
export function useCustomerNames(
  view: Pick<View, 'processedDateTime'>,
  tenantIds: readonly string[],
): CustomerName {
  const { accountId } = useSource();
  const client = useQueryClient();
  const ids = useMemo(
    () => [...new Map(tenantIds.map((id) => [foldCase(id), id])).values()].slice(0, MOST_NAMED),
    [tenantIds],
  );
  const asking = askingForNames();
  const filter = filterOf([{ kind: 'members', field: 'customerTenantId', operator: 'is', values: ids }]);
  const { answering } = useAnswering(
    { processedDateTime: view.processedDateTime, filter, search: '' },
    filter,
  );
  const { data } = useQuery(queryOf(accountId, ids.length === 0 ? null : answering, asking));
  const pin = ids.length === 0 ? undefined : answering?.snapshot.processedDateTime;
  const names = useMemo(
    () =>
      data === undefined
        ? namesSeen(client, pin)
        : namesOf(data.members.map(({ value, label }) => [value, label])),
    [data, client, pin],
  );
  return useCallback((tenantId) => names.get(foldCase(tenantId)) ?? null, [names]);
}

/** A place where one name stands for several tenants, or one tenant has several names. */
export type CustomerAmbiguity = {
  /**
   * `sharedNames`: `count` names stand for several tenants each, whose rows are summed. `severalNames`: `count` tenants
   * have several names each, and a row for each name.
   */
  readonly kind: 'sharedNames' | 'severalNames';
  readonly count: number;
};

/**
 * What a grouping by the customer's name hides or shows twice; null where it does neither, or where that is not known
 * yet.
 */
export function useCustomerAmbiguity(view: RowsView): CustomerAmbiguity | null {
  const { accountId } = useSource();
  const groupby = answeredGroupby(view);
  const isNamed = groupby.includes('customerName');
  const isByTenant = groupby.includes('customerTenantId');
  const question: GroupsQuestion = {
    by: [isByTenant ? 'customerTenantId' : 'customerName'],
    label: isByTenant ? 'customerName' : 'customerTenantId',
    rankBy: 'licensesSold',
    top: 0,
  };
  const asking: Asking<Groups> = {
    question: ['groups', question],
    ask: ({ engine, rows, snapshot }, options) => engine.groups(rows, snapshot, question, options),
  };
  const { answering } = useAnswering(view, view.filter);
  const { data } = useQuery(queryOf(accountId, isNamed ? answering : null, asking, 'background'));
  const count = data?.severalLabels ?? 0;
  return count === 0 ? null : { kind: isByTenant ? 'severalNames' : 'sharedNames', count };
}

function namesOf(named: readonly (readonly [id: string | null, label: string | null | undefined])[]): Names {
  return new Map(
    named.flatMap(([id, label]) => (id === null || label == null ? [] : [[foldCase(id), label]])),
  );
}

/** The names in the answers about a snapshot that the page still holds. */
function namesSeen(client: QueryClient, pin: string | undefined): Names {
  if (pin === undefined) return new Map();
  const answers = client
    .getQueriesData<Partial<Groups & Members>>({
      predicate: ({ queryKey }) => pinOf(queryKey) === pin && isAboutCustomers(queryKey.at(-1)),
    })
    .flatMap(([, data]) => data ?? []);
  return namesOf(
    answers.flatMap(({ top = [], members = [] }) => [
      ...top.map(({ key, label }: Group) => [key[0] ?? null, label] as const),
      ...members.map(({ value, label }: Member) => [value, label] as const),
    ]),
  );
}

/** Is it a question for groups or members whose values are tenants with their names? */
function isAboutCustomers(question: unknown): boolean {
  if (typeof question !== 'object' || question === null) return false;
  const { by, field, label }: { by?: unknown; field?: unknown; label?: unknown } = question;
  const of: unknown = Array.isArray(by) && by.length === 1 ? by[0] : field;
  return of === 'customerTenantId' && label === 'customerName';
}
