/**
 * An API of the browser with some of its members replaced. The others are asked of the browser when they are used,
 * because browsers create each of them at its first use and let none be replaced.
 */
export function withMembers<Api extends object>(api: Api, members: Partial<Api>): Api {
  const place = new Map<PropertyKey, unknown>(Object.entries(members));
  return new Proxy({} as Api, {
    get: (_target, name) => (place.has(name) ? place.get(name) : Reflect.get(api, name)),
    has: (_target, name) => name in api,
  });
}
