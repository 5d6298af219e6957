import { type ComponentChild, Fragment, isValidElement, type VNode } from "preact";

const voidElements = new Set(["br", "img", "input", "meta", "link"]);
/** What Preact calls otherwise than HTML does. */
const names: Readonly<Record<string, string>> = { tabIndex: "tabindex", className: "class" };

/** HTML of a tree of components without hooks, as a browser would be given it. */
export function toStaticHtml(node: ComponentChild): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return node.map((child: ComponentChild) => toStaticHtml(child)).join("");
  if (typeof node === "string" || typeof node === "number") return escape(String(node));
  if (!isValidElement(node)) throw new TypeError("neither text nor an element");
  const { type, props } = node as VNode<Record<string, unknown>>;
  const children = props["children"] as ComponentChild;
  if (type === Fragment) return toStaticHtml(children);
  if (typeof type === "function") {
    return toStaticHtml((type as (props: unknown) => ComponentChild)(props));
  }
  const open = `<${type}${attributesOf(props)}>`;
  return voidElements.has(type) ? open : `${open}${toStaticHtml(children)}</${type}>`;
}

function attributesOf(props: Record<string, unknown>): string {
  return Object.entries(props)
    .filter(([name, value]) => name !== "children" && name !== "key" && isShown(value))
    .map(([name, value]) => ` ${names[name] ?? name}="${escape(String(value))}"`)
    .join("");
}

function isShown(value: unknown): value is string | number | true {
  return typeof value === "string" || typeof value === "number" || value === true;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
