import type { Rule } from './look';

/** The first place where bytes were no UTF-8 and the text holds U+FFFD in their stead. */
export const lostBytes: Rule = ({ text }) => {
  const from = text.indexOf('\ufffd');
  if (from === -1) return [];
  return [
    {
      id: 'lost_bytes',
      severity: 'warning',
      at: { from, to: from + 1 },
      key: null,
      message:
        'Here stands U+FFFD, as bytes that are no UTF-8 come out; clients refuse a file with such bytes.',
      fix: null,
    },
  ];
};
