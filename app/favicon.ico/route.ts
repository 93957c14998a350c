/** Sends what asks for an icon by the old name, without reading the page, to the icon there is. */
export function GET(): Response {
  return new Response(null, { status: 308, headers: { location: '/icon.svg' } });
}
