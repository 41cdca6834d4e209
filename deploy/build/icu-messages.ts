import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

/** The files that hold messages: `texts.ts`, `button-texts.ts`, and `texts.de.ts` beside it. */
const TEXTS_FILE = /[/-]texts(?:\.\w+)?\.ts$/u;

/** A node of the syntax tree, as far as it is read here. */
type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
};

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

/** The objects of messages below a node: the second argument of `defineTexts`, the value of the constant `messages`. */
function messageObjects(node: Node): Node[] {
  const callee = node['callee'];
  if (node.type === 'CallExpression' && isNode(callee) && callee['name'] === 'defineTexts')
    return nodesOf(nodesOf(node['arguments'])[1]);
  const { id } = node;
  if (node.type === 'VariableDeclarator' && isNode(id) && id['name'] === 'messages')
    return nodesOf(node['init']);
  return Object.values(node).flatMap((value) => nodesOf(value).flatMap(messageObjects));
}

function literalOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const [quasi, more] = nodesOf(node['quasis']);
  if (node.type !== 'TemplateLiteral' || more !== undefined || quasi === undefined) return undefined;
  return (quasi['value'] as { readonly cooked: string }).cooked;
}

type Replaced = { readonly start: number; readonly end: number; readonly by: string };

function replacedIn(node: Node, name: string): Replaced[] {
  if (node.type === 'ObjectExpression') {
    return nodesOf(node['properties']).flatMap((property) => {
      const { key, value } = property;
      if (!isNode(value) || !isNode(key)) throw new Error(`${name}: messages are not spread.`);
      return replacedIn(value, `${name}.${String(key['name'] ?? key['value'])}`);
    });
  }
  const message = literalOf(node);
  if (message === undefined) throw new Error(`${name}: a message is one literal text.`);
  try {
    return [{ start: node.start, end: node.end, by: JSON.stringify(compile(message)) }];
  } catch (error) {
    throw new Error(`${name} is not in ICU MessageFormat: ${String(error)}`, { cause: error });
  }
}

/**
 * Compiles the messages of the files `texts.ts`, so that the page needs no parser for ICU MessageFormat. A message that
 * can't be read ends the build, with the message's name.
 */
export function icuMessages(): Plugin {
  return {
    name: 'icu-messages',
    // After the types are gone.
    enforce: 'post',
    transform(code, id) {
      if (!TEXTS_FILE.test(id.split('?')[0] ?? '') || id.includes('/node_modules/')) return null;
      const program: unknown = this.parse(code);
      const replaced = nodesOf(program)
        .flatMap(messageObjects)
        .flatMap((object) => replacedIn(object, id.slice(id.lastIndexOf('/src/') + 1)))
        .toSorted((a, b) => b.start - a.start);
      let compiled = code;
      for (const { start, end, by } of replaced)
        compiled = compiled.slice(0, start) + by + compiled.slice(end);
      return { code: compiled, map: null };
    },
  };
}
