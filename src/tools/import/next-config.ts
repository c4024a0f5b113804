import { nextConfig as words } from "../../strings/tools.ts";
import {
  parse,
  type AnyNode,
  type Expression,
  type Literal,
  type ObjectExpression,
  type Program,
  type Property,
} from "acorn";

/** The settings of the official template, as strings; what could not be read is left out and named in `unread`. */
export interface NextConfig {
  name?: string;
  description?: string;
  icon?: string;
  listUrl?: string;
  contactUrl?: string;
  defaultChannel?: string;
  basePath?: string;
  /** Half sentences: "env.icon (line 9) is computed by a function call". */
  unread: string[];
}

const wanted = ["name", "description", "icon", "listUrl", "contactUrl", "defaultChannel"] as const;

/** Steps and characters of texts in one file: names that stand for several others each would take for ever. */
const mostSteps = 1_000_000;

/**
 * Reads site/next.config.js without running it: the file is parsed, and only literal values are taken. A value that a program
 * would have to compute is named instead of guessed.
 */
export function readNextConfig(text: string): NextConfig {
  const config: NextConfig = { unread: [] };
  try {
    readInto(config, text);
  } catch (cause) {
    // Too many steps, or nested deeper than the stack.
    if (!(cause instanceof RangeError)) throw cause;
    config.unread.push(words.tooMuch(cause.message));
  }
  return config;
}

function readInto(config: NextConfig, text: string): void {
  const program = parseEither(text);
  if (typeof program === "string") return void config.unread.push(words.notJavaScript(program));
  const constants = constantsOf(program);
  const root = exported(text, program, constants);
  if (root === null) return void config.unread.push(words.noObject);
  const take = (object: ObjectExpression, keys: readonly string[], prefix: string): void => {
    for (const property of object.properties) {
      if (property.type === "SpreadElement") {
        config.unread.push(words.spread({ prefix, line: lineOf(property) }));
        continue;
      }
      const key = keyOf(property);
      if (!keys.includes(key)) continue;
      const value = literal(property.value, constants, 0);
      if (value === null) config.unread.push(unreadValue(`${prefix}${key}`, property));
      else (config as unknown as Record<string, string>)[key] = value;
    }
  };
  take(root, ["basePath"], "");
  const env = root.properties.find((property): property is Property => keyOf(property) === "env");
  const object = env ? resolve(env.value, constants, 0) : null;
  if (object?.type === "ObjectExpression") take(object, wanted, "env.");
  else config.unread.push(env ? unreadValue("env", env) : words.noEnv);
}

/** CommonJS first, as the template has it; then a module. The parser's message where it is neither. */
function parseEither(text: string): Program | string {
  try {
    return parse(text, { ecmaVersion: "latest", locations: true, sourceType: "commonjs" });
  } catch {
    // A module, or a mistake that the parser names again.
  }
  try {
    return parse(text, { ecmaVersion: "latest", locations: true, sourceType: "module" });
  } catch (cause) {
    if (cause instanceof SyntaxError) return cause.message;
    throw cause;
  }
}

/** Values by name; each reading of one file counts its steps down. */
class Constants extends Map<string, Expression> {
  #left = mostSteps;

  spend(steps: number, node: AnyNode): void {
    this.#left -= steps;
    if (this.#left < 0) throw new RangeError(words.steps({ most: mostSteps, line: lineOf(node) }));
  }
}

/** Top-level variables with their values. One that is assigned to later is left out, because its value is not known. */
function constantsOf(program: Program): Constants {
  const found = new Constants();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === "Identifier" && init) found.set(id.name, init);
  }
  for (const statement of program.body) {
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
      continue;
    found.delete(rootName(statement.expression.left));
  }
  return found;
}

/** The variable that an assignment to it or to a part of it changes; "" where none is. */
function rootName(node: AnyNode): string {
  if (node.type === "MemberExpression") return rootName(node.object);
  return node.type === "Identifier" ? node.name : "";
}

/** The object of `module.exports = …`, `export default …`, also through a name, a plugin's call or a function that returns it. */
function exported(text: string, program: Program, constants: Constants): ObjectExpression | null {
  let last: AnyNode | null = null;
  for (const statement of program.body) {
    if (statement.type === "ExportDefaultDeclaration") last = statement.declaration;
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
      continue;
    const { left, right } = statement.expression;
    if (text.slice(left.start, left.end) === "module.exports") last = right;
  }
  const found = last ? resolve(last, constants, 0) : null;
  return found?.type === "ObjectExpression" ? found : null;
}

/** Follows names, wrapping calls (`withPlugin(config)`) and functions down to the object that is meant. */
function resolve(node: AnyNode, constants: Constants, depth: number): AnyNode | null {
  if (depth > 8) return null;
  constants.spend(1, node);
  switch (node.type) {
    case "Identifier": {
      const value = constants.get(node.name);
      return value ? resolve(value, constants, depth + 1) : null;
    }
    case "CallExpression": {
      for (const argument of node.arguments) {
        const found = resolve(argument, constants, depth + 1);
        if (found?.type === "ObjectExpression") return found;
      }
      return null;
    }
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration": {
      if (node.body.type !== "BlockStatement") return resolve(node.body, constants, depth + 1);
      const [only, another] = node.body.body.filter((statement) => statement.type === "ReturnStatement");
      return only?.argument && !another ? resolve(only.argument, constants, depth + 1) : null;
    }
    default:
      return node;
  }
}

/** The text of a literal, of literals joined by +, of a template without or with literal parts, or of a constant; else null. */
function literal(node: AnyNode, constants: Constants, depth: number): string | null {
  const text = depth > 16 ? null : textOf(node, constants, depth);
  constants.spend(1 + (text?.length ?? 0), node);
  return text;
}

function textOf(node: AnyNode, constants: Constants, depth: number): string | null {
  if (node.type === "Literal")
    return typeof node.value === "string" || typeof node.value === "number" ? String(node.value) : null;
  if (node.type === "TemplateLiteral") {
    const parts = node.quasis.map((quasi, index) => {
      const expression = node.expressions[index];
      const value = expression ? literal(expression, constants, depth + 1) : "";
      return value === null || quasi.value.cooked == null ? null : quasi.value.cooked + value;
    });
    return parts.includes(null) ? null : parts.join("");
  }
  if (node.type === "BinaryExpression" && node.operator === "+" && node.left.type !== "PrivateIdentifier") {
    const [left, right] = [
      literal(node.left, constants, depth + 1),
      literal(node.right, constants, depth + 1),
    ];
    return left === null || right === null ? null : left + right;
  }
  if (node.type === "Identifier") {
    const value = constants.get(node.name);
    return value ? literal(value, constants, depth + 1) : null;
  }
  if (node.type === "LogicalExpression") return literal(node.right, constants, depth + 1); // process.env.X || "the default"
  return null;
}

/** The name of a property; "" where it is computed or spread in. */
function keyOf(property: AnyNode): string {
  if (property.type !== "Property" || property.computed) return "";
  return property.key.type === "Identifier" ? property.key.name : String((property.key as Literal).value);
}

const unreadValue = (key: string, property: Property): string =>
  words.value({ key, line: lineOf(property), value: describe(property.value) });

function describe(node: AnyNode): string {
  if (node.type === "CallExpression") return words.call;
  if (node.type === "MemberExpression") return words.elsewhere;
  if (node.type === "Literal") return words.notText(String(node.raw));
  if (node.type === "Identifier") return words.variable;
  return words.computed;
}

const lineOf = ({ loc }: AnyNode): number => loc?.start.line ?? 0;
