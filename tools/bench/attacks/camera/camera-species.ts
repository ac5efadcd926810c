import type { GestureName } from '../../../../src/challenge/gesture.ts';
import type { SpeciesNote } from '../format-attack-table.ts';
import type { SceneRequest } from './scenes-page.ts';

/** A species of attack in front of the camera. */
export interface CameraSpecies extends SpeciesNote {
  readonly scene: Omit<SceneRequest, 'seed' | 'recorded'>;
  /** What a screen plays: everything, three gestures drawn by the seed, or the very sequence that will be asked. */
  readonly plays?: 'all' | 'other' | 'same';
  /** The gestures that suit it best, when all random ones do not. */
  readonly bestPool?: readonly GestureName[];
}

/** Species of attack, in the order of the table. */
export const CAMERA_SPECIES: readonly CameraSpecies[] = [
  {
    name: 'photo, held',
    does: 'a print in a hand that sways',
    scene: { name: 'photo' },
    bestPool: ['blink', 'smile'],
  },
  {
    name: 'photo, tilted',
    does: 'the print is turned and nodded as asked',
    scene: { name: 'tilted-photo' },
    bestPool: ['turn-left', 'turn-right', 'nod-up', 'nod-down'],
  },
  {
    name: 'photo with holes for the eyes',
    does: 'somebody blinks through it, and turns with it',
    scene: { name: 'photo-with-eyes' },
    bestPool: ['blink', 'turn-left', 'nod-up'],
  },
  {
    name: 'photo with holes for eyes and mouth',
    does: 'and opens the mouth through it',
    scene: { name: 'photo-with-eyes-and-mouth' },
    bestPool: ['blink', 'open-mouth'],
  },
  {
    name: 'two photos',
    does: 'frontal and turned to the left, swapped in as asked, else tilted',
    scene: { name: 'two-photos' },
    bestPool: ['turn-left', 'nod-up', 'nod-down'],
  },
  {
    name: 'photos of every gesture',
    does: 'each swapped in as asked',
    scene: { name: 'photos-of-all' },
  },
  {
    name: 'album, faded over',
    does: 'a picture of every gesture on a tablet, each faded over in 0.6 s as asked',
    scene: { name: 'photos-of-all, fade' },
  },
  {
    name: 'album, slid',
    does: 'the same, swiped in from the side as in a gallery',
    scene: { name: 'photos-of-all, slide' },
  },
  {
    name: 'album, pulled away',
    does: 'prints of every gesture: the upper one is pulled away from the one that is asked',
    scene: { name: 'photos-of-all, pull' },
  },
  {
    name: 'screen, another session',
    does: 'a tablet plays three recorded gestures over and over',
    scene: { name: 'screen' },
    plays: 'other',
  },
  {
    name: 'screen, all gestures',
    does: 'a tablet plays all seven over and over',
    scene: { name: 'screen' },
    plays: 'all',
  },
  {
    name: 'screen, the very same sequence',
    does: 'the attacker is lucky: what is asked is what was recorded',
    scene: { name: 'screen' },
    plays: 'same',
  },
  {
    name: 'covered mouth',
    does: 'a person with a hand before the mouth',
    scene: { name: 'covered-mouth' },
  },
  {
    name: 'dark room',
    does: 'a person in a tenth of the light',
    scene: { name: 'person', light: { brightness: 0.1 } },
  },
  {
    name: 'somebody else steps in',
    does: 'after the first gesture another person goes on',
    scene: { name: 'change-of-person', person: 1 },
  },
  {
    name: 'virtual camera',
    does: 'the drawn person does what is asked, as any software could',
    scene: { name: 'person' },
  },
  {
    name: 'puppet',
    does: 'a face animated in real time by somebody who follows the instructions, late and shaking: a deepfake',
    scene: { name: 'puppet' },
  },
];

/** Honest people: who, in what light, before what camera. */
export const BONA_FIDE: readonly CameraSpecies[] = [
  { name: 'daylight', does: '30 frames a second', scene: { name: 'person' } },
  {
    name: 'lamp light',
    does: 'warm and half as bright',
    scene: { name: 'person', light: { brightness: 0.6, tint: '#ffd9a8' } },
  },
  {
    name: 'dim light',
    does: 'a third of the light',
    scene: { name: 'person', light: { brightness: 0.35 } },
  },
  {
    name: 'slow camera',
    does: '15 frames a second',
    scene: { name: 'person', framesPerSecond: 15 },
  },
  {
    name: 'slowest camera',
    does: '10 frames a second',
    scene: { name: 'person', framesPerSecond: 10 },
  },
];
