/** Bytes of bodies that are on their way, for the process and for each person. */
export interface ByteBudget {
  /**
   * Sets bytes aside for a body, before any of it is read. Answers what releases them, or which limit stands against it.
   */
  reserve(person: string, bytes: number): (() => void) | 'process-full' | 'person-full';
}

/** Makes a budget; nothing of it is taken. */
export function createByteBudget(limits: {
  readonly processBytes: number;
  readonly personBytes: number;
}): ByteBudget {
  let taken = 0;
  const takenByPerson = new Map<string, number>();
  return {
    reserve(person, bytes) {
      const own = takenByPerson.get(person) ?? 0;
      // Of each person one body always has room, however large.
      if (own > 0 && own + bytes > limits.personBytes) return 'person-full';
      if (taken > 0 && taken + bytes > limits.processBytes) return 'process-full';
      taken += bytes;
      takenByPerson.set(person, own + bytes);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        taken -= bytes;
        const left = (takenByPerson.get(person) ?? 0) - bytes;
        if (left > 0) takenByPerson.set(person, left);
        else takenByPerson.delete(person);
      };
    },
  };
}
