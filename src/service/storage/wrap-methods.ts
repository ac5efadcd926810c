/** An object that has nothing but methods that answer later. */
export type AsyncMethods<T> = {
  [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? T[K] : never;
};

/** The same methods, each of whose calls is made by `around`: how a store has its errors translated in one place. */
export function wrapMethods<T extends object & AsyncMethods<T>>(
  methods: T,
  around: (call: () => Promise<unknown>) => Promise<unknown>,
): T {
  const wrapped = Object.entries(methods).map(([name, method]) => [
    name,
    (...args: unknown[]) =>
      around(() => (method as (...args: unknown[]) => Promise<unknown>)(...args)),
  ]);
  return Object.fromEntries(wrapped);
}
