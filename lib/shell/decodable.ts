const isDecodable = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};

/**
 * An address whose path can be decoded.
 *
 * Next answers 500 to a path such as `/%F0`. Taken letter by letter, such a path names nothing and is not found.
 */
export function decodable(address: string): string {
  const [path = '', ...query] = address.split('?');
  return isDecodable(path) ? address : [path.replaceAll('%', '%25'), ...query].join('?');
}
