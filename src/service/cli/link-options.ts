import { readDuration, readList, readText } from './read-value.ts';
import type { ServeOption } from './serve-option.ts';

/** Options of `serve`: checks by link, and the page that they lead to. */
export const LINK_OPTIONS: readonly ServeOption[] = [
  {
    flag: 'public-url',
    group: 'Links',
    value: '<origin>',
    standard: '',
    help: 'Where browsers reach the service, like https://liveness.example: switches checks by link on, with their page at /check/.',
    read: (text) => (text === '' ? {} : { publicUrl: text }),
  },
  {
    flag: 'link-lifetime',
    group: 'Links',
    value: '<time>',
    standard: '24h',
    help: 'How long a link is good, unless its maker says otherwise.',
    read: (text) => ({ linkLifetimeMs: readDuration(text) }),
  },
  {
    flag: 'return-origin',
    group: 'Links',
    value: '<origin>',
    standard: '',
    help: 'Origin that the page may send people back to. May be repeated, or a list with commas.',
    repeats: true,
    read: (text) => ({ returnOrigins: readList(text) }),
  },
  {
    flag: 'page-name',
    group: 'Links',
    value: '<text>',
    standard: 'Liveness check',
    help: 'Who asks for the check: the title of the page.',
    read: (text) => ({ pageName: readText(text) }),
  },
  {
    flag: 'page-recipient',
    group: 'Links',
    value: '<text>',
    standard: '',
    help: 'Who gets the images, as people know them; the name unless given.',
    read: (text) => ({ pageRecipient: text }),
  },
  {
    flag: 'page-privacy',
    group: 'Links',
    value: '<text>',
    standard: '',
    help: 'What the page says of privacy, in place of its own words.',
    read: (text) => ({ pagePrivacy: text }),
  },
  {
    flag: 'page-accent',
    group: 'Links',
    value: '<colour>',
    standard: '',
    help: 'Colour of the page’s button, as #rrggbb.',
    read: (text) => ({ pageAccent: text }),
  },
  {
    flag: 'page-logo',
    group: 'Links',
    value: '<file>',
    standard: '',
    help: 'Your logo for the page, .svg or .png.',
    read: (text) => ({ pageLogo: text }),
  },
];
