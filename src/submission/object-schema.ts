import * as v from 'valibot';

/**
 * `v.object`, unmoved by pages that have added enumerable members to `Object.prototype`: the library walks over inherited
 * members too, and would take them for entries of the schema.
 */
export function object<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.ObjectSchema<Entries, undefined> {
  return v.object(Object.assign(Object.create(null), entries) as Entries);
}
