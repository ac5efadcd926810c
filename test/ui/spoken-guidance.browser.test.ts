import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SpeechController } from '../../src/ui/controllers/speech-controller.ts';

const voice = (lang: string, localService = true) =>
  ({ lang, localService, name: lang, default: false, voiceURI: lang }) as SpeechSynthesisVoice;

/** A device that can speak, as far as a test can hear. */
class Device extends EventTarget {
  voices: SpeechSynthesisVoice[] = [voice('en-US'), voice('id_ID'), voice('fr-FR', false)];
  said: string[] = [];
  getVoices = () => this.voices;
  cancel = () => void this.said.push('(silence)');
  speak = ({ text, voice: by }: SpeechSynthesisUtterance) =>
    void this.said.push(`${by?.lang}: ${text}`);
}

/** The least that a controller needs of its host. */
function stage(device = new Device()) {
  const now = { offered: true, text: 'Blink', lang: 'en' };
  let controller: ReactiveController | undefined;
  let updates = 0;
  const host = {
    addController: (added: ReactiveController) => {
      controller = added;
    },
    requestUpdate: () => {
      updates++;
    },
  } as unknown as ReactiveControllerHost;
  const guidance = new SpeechController(
    host,
    { offered: () => now.offered, speech: () => ({ text: now.text, lang: now.lang }) },
    device as unknown as SpeechSynthesis,
  );
  // A voice that cannot be set on an utterance is refused by the browser: the test has none of the real ones.
  const before = globalThis.SpeechSynthesisUtterance;
  globalThis.SpeechSynthesisUtterance = class {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  } as unknown as typeof SpeechSynthesisUtterance;
  controller?.hostConnected?.();
  return {
    now,
    device,
    guidance,
    update: () => controller?.hostUpdated?.(),
    leave: () => controller?.hostDisconnected?.(),
    get updates() {
      return updates;
    },
    restore: () => {
      globalThis.SpeechSynthesisUtterance = before;
    },
  };
}

describe('spoken guidance', () => {
  let staged: ReturnType<typeof stage>;
  beforeEach(() => {
    staged = stage();
  });
  afterEach(() => staged.restore());

  it('says nothing until the person asks for it', () => {
    staged.update();
    expect(staged.device.said).to.deep.equal([]);
    expect(staged.guidance.choice?.on).to.equal(false);
  });

  it('says each instruction once, and stops the one before', () => {
    staged.guidance.choice?.onToggle();
    staged.update();
    staged.update();
    staged.now.text = 'Smile';
    staged.update();
    const spoken = ['(silence)', 'en-US: Blink', '(silence)', 'en-US: Smile'];
    expect(staged.device.said).to.deep.equal(spoken);
  });

  it('follows the language, with a voice of the device', () => {
    staged.guidance.choice?.onToggle();
    staged.now.lang = 'id';
    staged.now.text = 'Kedipkan mata';
    staged.update();
    expect(staged.device.said.at(-1)).to.equal('id_ID: Kedipkan mata');
  });

  it('is not offered where only a voice from the network speaks the language, or none', () => {
    for (const lang of ['fr', 'th']) {
      staged.now.lang = lang;
      expect(staged.guidance.choice, lang).to.equal(undefined);
    }
  });

  it('is not offered where the page does not offer it', () => {
    staged.now.offered = false;
    expect(staged.guidance.choice).to.equal(undefined);
  });

  it('falls silent when the person has enough, and when the element leaves', () => {
    staged.guidance.choice?.onToggle();
    staged.update();
    staged.guidance.choice?.onToggle();
    expect(staged.device.said.at(-1)).to.equal('(silence)');
    staged.guidance.choice?.onToggle();
    staged.update();
    staged.leave();
    expect(staged.device.said.at(-1)).to.equal('(silence)');
    expect(staged.guidance.choice?.on).to.equal(false);
  });

  it('never silences the page while it is off', () => {
    staged.leave();
    expect(staged.device.said).to.deep.equal([]);
  });

  it('looks again when the browser has loaded its voices', () => {
    staged.device.voices = [];
    expect(staged.guidance.choice).to.equal(undefined);
    staged.device.voices = [voice('en-GB')];
    const before = staged.updates;
    staged.device.dispatchEvent(new Event('voiceschanged'));
    expect(staged.updates).to.equal(before + 1);
    expect(staged.guidance.choice?.on).to.equal(false);
  });
});
