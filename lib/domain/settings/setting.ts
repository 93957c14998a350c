import type { Duty } from '#lib/domain/owners/owner';
import type { Surface } from '#lib/domain/rollout/decision';
import type { GuideLink, Season } from '#lib/domain/rollout/guide-link';

/** What the guide says of one workspace toggle. */
export type SettingDefinition = {
  /** The vendor's label, letter for letter. */
  label: string;
  /** The toggle as it stands after "Turn on" and "Turn off". */
  inSentence: string;
  /** The guide's row. */
  row: string;
  surface: Surface;
  group: 'local-and-administration' | 'cloud';
  /** Keys of the toggles that must be wanted and done before this one. */
  requires: readonly string[];
  /** Who turns it on unless somebody else takes it. */
  duty: Duty;
  /** Why one would turn it on. */
  why: string;
  /** What can go wrong. */
  risk: string;
  /** Subject of the acceptance it needs from the governance owner while it is wanted on; null where it needs none. */
  riskToAccept: string | null;
  /** What stands under risks while it is on; null where being on is no risk of its own. */
  riskWhenOn: string | null;
  /** The way through the vendor's console, one part per click. */
  whereToClick: readonly string[];
  /** The same way without the label, as the vendor's newest material has it; null while it is the same. */
  laterPath: readonly string[] | null;
  link: GuideLink;
  seenAfterwards: string;
  /** Sentence about the effect of off, and the literal error text where one is known. */
  whenOff: { text: string; exactError: string | null };
  /** How long the vendor may take to show the change, and what to look for then; null where none is documented. */
  delayMinutes: number | null;
  lookFor: string | null;
  /** Other labels of the same switch in the vendor's material. */
  aliases: readonly { label: string; since: Season }[];
  source: string;
};

/** A person's word on what a toggle showed in the vendor's console. */
export type Confirmation = {
  state: 'on' | 'off';
  at: Date;
  by: string;
  note: string | null;
  link: string | null;
  /** The wanted value the confirmation was given for. */
  restsOn: boolean;
};

/** One workspace toggle as stored. `version` counts writes of `wanted` alone; 0 = never written. */
export type Setting = {
  key: string;
  wanted: boolean;
  version: number;
  wantedAt: Date | null;
  wantedBy: string | null;
  confirmation: Confirmation | null;
};

/** A toggle nobody has said anything about yet. */
export const neverWritten = (key: string): Setting => ({
  key,
  wanted: false,
  version: 0,
  wantedAt: null,
  wantedBy: null,
  confirmation: null,
});

/** Whether the confirmation was given for another wish than today's. */
export const isStale = ({ wanted, confirmation }: Setting): boolean =>
  confirmation !== null && confirmation.restsOn !== wanted;

/** Whether the console was found to differ from what is wanted today. */
export const differsFromWanted = ({ wanted, confirmation }: Setting): boolean =>
  confirmation !== null && (confirmation.state === 'on') !== wanted;
