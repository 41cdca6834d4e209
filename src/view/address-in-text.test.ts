import Autolinker from 'autolinker';
import fc from 'fast-check';
import { find } from 'linkifyjs';
import { linkifyit } from 'linkify-it';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { printView } from './address.ts';
import { DEFAULT_VIEW } from './view.ts';
import { anyView } from './view.arbitrary.ts';

// People send links in mails and chats. Those programs find the links in a text by rules of their own.

const linkifyIt = linkifyit();

/** The characters for which the HTML of a link's address uses references. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
};

/** The addresses of the links that a program finds in a text. */
const PROGRAMS: Readonly<Record<string, (text: string) => readonly (string | undefined)[]>> = {
  'linkify-it': (text) => (linkifyIt.match(text) ?? []).map(({ url }) => url),
  linkifyjs: (text) => find(text, 'url').map(({ href }) => href),
  Autolinker: (text) =>
    Autolinker.parse(text, { decodePercentEncoding: false }).map((match) => match.getAnchorHref()),
  'GitHub-flavoured Markdown': (text) =>
    [
      ...micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }).matchAll(
        /<a href="([^"]*)">/g,
      ),
    ].map(([, href]) => href?.replaceAll(/&\w+;/g, (reference) => REFERENCES[reference] ?? reference)),
};

const FORMS = ['LINK', 'see LINK.', '(LINK)', '"LINK"', '<LINK>', '[x](LINK)'];

const HOSTS = ['https://lens.example.com/', 'https://example.com/licenses/', 'http://localhost:5173/'];

/** Texts that end or break a link when they are part of it unchanged. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...`. , ; : ! ? ' " \` * _ ~ - + = & # % @ / \\ | ^ $ ( ) [ ] { } < > « » 。 、 ！ ） 」 …`.split(
          ' ',
        ),
      ),
      fc.constantFrom(' ', '**', '__', '~~', '...', '://'),
      fc.constantFrom('&amp;', '&lt', '</a>', '](', 'ltd.', 'a@b.c', 'www.b.c', 'http://b.c', '\t', '\n'),
      fc.constantFrom('é', '東京', '😀', '👩‍💻', '\u202E', 'x', '7'),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** In every other view only the search is set, so that its text is the end of the address. */
const view = fc.oneof(
  anyView(hostile),
  hostile.map((search) => ({ ...DEFAULT_VIEW, search })),
);

test.for(Object.entries(PROGRAMS))('%s takes the whole address for the link', ([, linksIn]) => {
  fc.assert(
    fc.property(view, fc.constantFrom(...HOSTS), fc.constantFrom(...FORMS), (asked, host, form) => {
      const query = printView(asked);
      const href = query === '' ? host : `${host}?${query}`;
      expect(linksIn(form.replace('LINK', () => href))).toEqual([href]);
    }),
    { numRuns: 500 },
  );
});
