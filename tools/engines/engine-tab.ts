/** The engines that whole checks are run in. */
export const ENGINE_NAMES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** @throws RangeError when no engine is called so. */
export function readEngineName(name: string): EngineName {
  const found = ENGINE_NAMES.find((one) => one === name);
  if (!found) throw new RangeError(`There is no engine "${name}".`);
  return found;
}

/** What the person has set in their browser, and which camera there is. */
export interface Circumstances {
  /** Of the window, in CSS pixels; a phone's unless given. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  /** `granted` is the engine's own fake camera, which shows no face; with `denied` it is there and refused. */
  readonly camera?: 'granted' | 'denied' | 'none';
  /** What Tor and LibreWolf set: pages read other colours off a canvas than they have drawn. Firefox alone. */
  readonly resistsFingerprinting?: boolean;
}

/** One page in a browser of its own, driven alike in each engine. Whoever opens it closes it. */
export interface EngineTab {
  /** Name and version, as the browser says them. */
  readonly version: string;
  /** URL of every request. */
  readonly requests: readonly string[];
  /** Warnings, errors, uncaught exceptions and broken policies; empty on a good day. */
  readonly complaints: readonly string[];
  /** Loads a page; resolves when its scripts have run. */
  goto(url: string): Promise<void>;
  /** Runs a function in the page and gives what it returns or resolves with. It sees nothing but its arguments. */
  evaluate<Given extends readonly unknown[], Result>(
    act: (...given: Given) => Result | Promise<Result>,
    ...given: Given
  ): Promise<Result>;
  /** Presses the middle of the first such thing that is seen, in shadow trees too, as a finger or a mouse does. */
  press(selector: string): Promise<void>;
  /** Presses keys one after the other: `Tab`, `Enter`, `Shift+Tab`. */
  type(...keys: readonly string[]): Promise<void>;
  /** Lets requests fail whose URL has this in it, as a network that broke off does. */
  cutOff(part: string): Promise<void>;
  /** Puts another tab before this one, or takes it away again. */
  hide(hidden: boolean): Promise<void>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** A phone's window. */
export const PHONE = { widthPx: 390, heightPx: 844 } as const;

/** The first face takes its time on two cores without a graphics card. */
export const TAB_TIMEOUT_MS = 300_000;

/** The expression that calls a function in a page, for drivers that send text. */
export function callOf<Given extends readonly unknown[]>(
  act: (...given: Given) => unknown,
  given: Given,
): string {
  // What is left out would be null in JSON, and no default would step in.
  return `(${act})(${given.map((one) => JSON.stringify(one) ?? 'undefined').join()})`;
}
