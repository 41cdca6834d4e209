import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import { CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from 'cmdk';
import { useState } from 'react';
import type { Field } from '#partner-center/fields.ts';
import { conditionsOf, filterOf, withoutChoice } from '#partner-center/filter/conditions.ts';
import { matcherOf } from '#query/matching.ts';
import { useMembers } from '#query/use-license-deployment.ts';
import { useSavedViews } from '#query/use-saved-views.ts';
import { Dialog, takesFocusFirst } from '#ui/dialog.tsx';
import { fieldLook, focusedFieldLook } from '#ui/field-look.ts';
import { useGroupingNames, useMemberFieldNames } from '#ui/field-names.ts';
import { useFormat } from '#ui/format.ts';
import { useTexts } from '#ui/catalogue.ts';
import { namesApart } from '#ui/names-apart.ts';
import { parseView } from '#view/address.ts';
import { fieldsOf, GROUPINGS } from '#view/grouping.ts';
import { withCustomer, withFilter, withGroupby, withSearch, withViewName } from '#view/transitions.ts';
import { useView } from '#view/use-view.ts';
import { effectiveGroupby, type View } from '#view/view.ts';
import type { NamedView, OpenedCommands } from './commands.tsx';
import { useSingleKeys } from './single-keys.ts';
import { texts } from './texts.ts';

/** At most so many members of a field are named. */
const MOST_NAMED = 6;
/** So many saved views can be opened by a key. */
const KEYS = 9;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '0.5rem' },
  input: {
    ...fieldLook,
    inlineSize: '100%',
    blockSize: '2.25rem',
    paddingInline: '0.75rem',
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    ':focus': focusedFieldLook,
  },
  // The height does not change, so that nothing moves while a person types.
  list: { blockSize: 'min(24rem, 50vh)', overflowY: 'auto', overscrollBehavior: 'contain' },
  group: {
    '& [cmdk-group-heading]': {
      paddingBlock: '0.5rem 0.25rem',
      paddingInline: '0.5rem',
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground2,
    },
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '0.75rem',
    minBlockSize: '2rem',
    paddingInline: '0.5rem',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '&[data-selected="true"]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  label: { flexGrow: 1, minInlineSize: 0, overflowWrap: 'anywhere' },
  aside: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  said: {
    margin: 0,
    minBlockSize: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

type Item = {
  /** The id differs from that of every other item in the group. */
  readonly id: string;
  readonly label: string;
  readonly aside?: string;
  readonly run: () => void;
};

type Group = { readonly name: string; readonly heading: string; readonly items: readonly Item[] };

/** Names an item among all items. The list would remove spaces at the ends of a value. */
const valueOf = (group: string, id: string): string => `${group} ${id.toWellFormed()}`.trim();

/** Everything that a person can go to by its name: views, saved views, customers, products, filters and groupings. */
export function Palette({
  views,
  onClose,
  onOpen,
}: {
  readonly views: readonly NamedView[];
  readonly onClose: () => void;
  readonly onOpen: (opened: OpenedCommands) => void;
}) {
  const styles = useStyles();
  const t = useTexts(texts);
  const fieldNames = useMemberFieldNames();
  const groupingNames = useGroupingNames();
  const format = useFormat();
  const { view, show } = useView();
  const { saved } = useSavedViews();
  const areKeysOn = useSingleKeys();
  const [typed, setTyped] = useState('');
  /** The item that the person or the list has chosen last; it may be gone. */
  const [chosen, setChosen] = useState('');
  // This value is not deferred: Enter is for what is typed, so the list must always match the text.
  const searched = typed.trim();
  const customers = useNamed('customerTenantId', view, searched);
  const products = useNamed('productName', view, searched);
  const services = useNamed('serviceName', view, searched);
  const channels = useNamed('channel', view, searched);
  const isComing = [customers, products, services, channels].some(({ isFetching }) => isFetching);

  const go = (next: View) => (): void => {
    onClose();
    show(next);
  };
  /** The view of one product's rows, whatever is shown now. */
  const alone = (value: string): View =>
    withFilter(withSearch(view, ''), { kind: 'comparison', field: 'productName', operator: 'eq', value });
  /** The view of one member's rows among those that are shown. */
  const among = (field: Field, value: string): View => {
    const others = conditionsOf(withoutChoice(view.filter, field));
    return withFilter(
      view,
      filterOf([...others, { kind: 'members', field, operator: 'is', values: [value] }]),
    );
  };
  const usualGroupby = effectiveGroupby({ ...view, groupby: [] }).join();
  const grouped = (fields: readonly Field[]): View =>
    withGroupby(view, fields.join() === usualGroupby ? [] : fields);

  const matches = matcherOf(searched);
  const matching = (heading: string, items: readonly Item[]): readonly Item[] =>
    items.filter(({ label }) => matches(`${heading} ${label}`));
  const filterItems = (field: Field, members: Named['members']): readonly Item[] =>
    members.map(({ value }) => ({
      id: `${field} ${value}`,
      label: t.filterBy({ field: fieldNames[field], value }),
      run: go(among(field, value)),
    }));
  const names = namesApart(customers.members.map(({ value, label = null }) => ({ id: value, name: label })));

  const groups: readonly Group[] = [
    {
      name: 'views',
      heading: t.groups.views,
      items: matching(
        t.groups.views,
        views.map(({ name, label }) => ({ id: name, label, run: go(withViewName(view, name)) })),
      ),
    },
    {
      name: 'savedViews',
      heading: t.groups.savedViews,
      items: matching(
        t.groups.savedViews,
        saved.views.map(({ id, name, address }, index) => ({
          id,
          label: name,
          ...(areKeysOn && index < KEYS ? { aside: format.count(index + 1) } : {}),
          run: go(parseView(address).view),
        })),
      ),
    },
    {
      name: 'customers',
      heading: t.groups.customers,
      items: customers.members.map(({ value, licensesSold }, index) => ({
        id: value,
        label: names[index] ?? value,
        aside: t.sold({ count: format.count(licensesSold) }),
        run: go(withCustomer(withFilter(view, null), value)),
      })),
    },
    {
      name: 'products',
      heading: t.groups.products,
      items: products.members.map(({ value, licensesSold }) => ({
        id: value,
        label: value,
        aside: t.sold({ count: format.count(licensesSold) }),
        run: go(alone(value)),
      })),
    },
    {
      name: 'filters',
      heading: t.groups.filters,
      items: [
        ...filterItems('serviceName', services.members),
        ...filterItems('channel', channels.members),
        ...matching(t.groups.filters, [
          ...(view.filter === null
            ? []
            : [{ id: 'clear', label: t.clearFilter, run: go(withFilter(view, null)) }]),
          ...(view.search === ''
            ? []
            : [{ id: 'clear search', label: t.clearSearch, run: go(withSearch(view, '')) }]),
        ]),
      ],
    },
    {
      name: 'groupings',
      heading: t.groups.groupings,
      items: matching('', [
        ...GROUPINGS.map((grouping) => ({
          id: grouping,
          label: t.groupBy({ field: groupingNames[grouping] }),
          run: go(grouped(fieldsOf([grouping]))),
        })),
        ...(view.groupby.length === 0
          ? []
          : [{ id: 'none', label: t.ungroup, run: go(withGroupby(view, [])) }]),
      ]),
    },
    {
      name: 'help',
      heading: t.groups.help,
      items: matching(t.groups.help, [
        { id: 'shortcuts', label: t.shortcuts, aside: '?', run: () => onOpen('shortcuts') },
        { id: 'help', label: t.groups.help, run: () => onOpen('help') },
        { id: 'about', label: t.about, run: () => onOpen('about') },
      ]),
    },
  ];
  const found = groups.filter(({ items }) => items.length > 0);
  // Where several items go at once, the list does not choose a new one by itself, and Enter would do nothing.
  const values = found.flatMap(({ name, items }) => items.map(({ id }) => valueOf(name, id)));
  const current = values.includes(chosen) ? chosen : (values[0] ?? '');

  function said(): string {
    if (searched === '') return t.hint;
    if (isComing) return t.noNamesYet;
    return found.length === 0 ? t.nothing({ typed: searched }) : '';
  }

  return (
    <Dialog heading={t.commands} hasChanges={false} onClose={onClose}>
      {/* The items are filtered here, because the list's own search does not ignore accents. */}
      <CommandRoot
        label={t.search}
        shouldFilter={false}
        vimBindings={false}
        loop
        value={current}
        onValueChange={setChosen}
        className={styles.root}
      >
        <CommandInput
          ref={takesFocusFirst}
          className={styles.input}
          value={typed}
          onValueChange={setTyped}
          placeholder={t.search}
          enterKeyHint="go"
        />
        <CommandList label={t.found} aria-busy={isComing} className={styles.list}>
          {found.map(({ name, heading, items }) => (
            <CommandGroup key={name} heading={heading} className={styles.group}>
              {items.map(({ id, label, aside, run }) => (
                <CommandItem key={id} value={valueOf(name, id)} className={styles.item} onSelect={run}>
                  <bdi className={styles.label}>{label}</bdi>
                  {aside !== undefined && <span className={styles.aside}>{aside}</span>}
                </CommandItem>
              ))}
            </CommandGroup>
          ))}
        </CommandList>
      </CommandRoot>
      {/* This text is spoken, but has no role `status`: that role belongs to the progress of the rows. */}
      <p aria-live="polite" className={styles.said}>
        {said()}
      </p>
    </Dialog>
  );
}

type Named = {
  readonly members: readonly {
    readonly value: string;
    readonly label?: string | null | undefined;
    readonly licensesSold: number;
  }[];
  readonly isFetching: boolean;
};

/** The members of a field in the whole snapshot of a view whose names contain the searched words. */
function useNamed(field: Field, { processedDateTime }: View, searched: string): Named {
  const isAsked = searched !== '';
  const { data, isPrevious, isFetching } = useMembers(
    { processedDateTime, filter: null, search: '' },
    { field, containing: searched, limit: MOST_NAMED },
    isAsked,
  );
  return { members: isAsked && !isPrevious ? (data?.members ?? []) : [], isFetching: isAsked && isFetching };
}
