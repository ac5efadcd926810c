import { css } from 'lit';

/**
 * What scripts other than Latin need. Tightened letters tear Arabic and Devanagari apart; marks above and below the
 * letters need higher lines; Korean breaks between words only, and Japanese between phrases where browsers can.
 */
export const scriptStyles = css`
  .base:is(:lang(ar), :lang(hi), :lang(th), :lang(zh), :lang(ja), :lang(ko))
    :is(.title, .instruction) {
    letter-spacing: normal;
  }

  .base:is(:lang(ar), :lang(hi), :lang(th), :lang(vi)) :is(.title, .instruction, .detail) {
    line-height: 1.35;
  }

  .base:lang(ko) {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  .base:lang(ja) {
    word-break: auto-phrase;
  }
`;
