/** An endpoint's answer from a text that is JSON already. */
export function jsonResponse(text: string): Response {
  return new Response(text, { headers: { "content-type": "application/json; charset=utf-8" } });
}
