const TIMESTAMP_SHAPE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Writes an instant as the contract's `x-nodeflux-timestamp`: `20211213T062502Z`, whole seconds, UTC. */
export function formatTimestamp(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Reads `x-nodeflux-timestamp` as milliseconds since the epoch; undefined when it is no real instant. */
export function parseTimestamp(timestamp: string): number | undefined {
  const parts = TIMESTAMP_SHAPE.exec(timestamp);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const epochMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Date.parse rolls 30 February over to March; a signed instant must be the one that was written.
  return formatTimestampOrNothing(epochMs) === timestamp ? epochMs : undefined;
}

/** The part of a timestamp that the credential repeats: its first eight characters. */
export function dateOfTimestamp(timestamp: string): string {
  return timestamp.slice(0, 8);
}

function formatTimestampOrNothing(epochMs: number): string | undefined {
  return Number.isNaN(epochMs) ? undefined : formatTimestamp(epochMs);
}
