import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { AskOptions, Engine, Scope, Snapshot } from '#engine/engine.ts';
import { printFilter } from '#partner-center/filter/print.ts';
import { withFilter } from '#view/transitions.ts';
import { DEFAULT_VIEW, type View } from '#view/view.ts';
import { snapshotKey } from './asking.ts';
import { createQueryClient } from './client.ts';
import { SourceProvider, type DeploymentSource } from './source.ts';
import { useAskAhead } from './use-ask-ahead.ts';

const TODAY: Snapshot = { processedDateTime: '2026-11-22T00:00:00', date: '2026-11-22', totalCount: 7 };

type Asked = { readonly about: string; readonly options: AskOptions | undefined };

type AskAhead = ReturnType<typeof useAskAhead>;

function Probe({ tell }: { readonly tell: (askAhead: AskAhead) => void }) {
  tell(useAskAhead());
  return null;
}

/** What the hook gives where today's snapshot is loaded, and the summaries that its engine is asked for. */
function askAheadOf(): {
  readonly askAhead: AskAhead;
  readonly asked: readonly Asked[];
} {
  const asked: Asked[] = [];
  const never = () => new Promise<never>(() => undefined);
  const loaded: Engine = {
    summary(scope: Scope, options?: AskOptions) {
      asked.push({ about: printFilter(scope.filter), options });
      return never();
    },
    groups: never,
    page: never,
    members: never,
    forget: () => undefined,
  };
  const client = createQueryClient();
  client.setQueryData(snapshotKey('a', null), TODAY);
  // The hook takes no more of it.
  const source = { accountId: 'a', engine: loaded, loading: { engineOf: () => loaded } } as unknown;
  let askAhead: AskAhead | undefined;
  renderToString(
    <QueryClientProvider client={client}>
      <SourceProvider value={source as DeploymentSource}>
        <Probe
          tell={(given) => {
            askAhead = given;
          }}
        />
      </SourceProvider>
    </QueryClientProvider>,
  );
  if (askAhead === undefined) throw new Error('Not rendered.');
  return { askAhead, asked };
}

const of = (channel: string): View =>
  withFilter(DEFAULT_VIEW, { kind: 'comparison', field: 'channel', operator: 'eq', value: channel });

const told = (asked: readonly Asked[]) =>
  asked.map(({ about, options }) => [about, options?.priority, options?.signal?.aborted]);

test('what may be looked at is asked behind what is, and not once more when it is', async () => {
  const { askAhead, asked } = askAheadOf();
  void askAhead(of('a'), 'background');
  await Promise.resolve();
  expect(told(asked)).toEqual([["channel eq 'a'", 'background', false]]);
  void askAhead(of('a'));
  void askAhead(of('b'));
  await Promise.resolve();
  expect(told(asked)).toEqual([
    ["channel eq 'a'", 'background', true],
    ["channel eq 'b'", 'visible', false],
  ]);
});

test('what nobody looks at any more is taken back', async () => {
  const { askAhead, asked } = askAheadOf();
  void askAhead(of('a'), 'background');
  void askAhead(of('b'), 'background');
  await Promise.resolve();
  expect(told(asked)).toEqual([
    ["channel eq 'a'", 'background', true],
    ["channel eq 'b'", 'background', false],
  ]);
});
