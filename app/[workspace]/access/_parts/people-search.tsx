import { searchText } from '#lib/domain/text';
import { oneOf } from './access-address';

const longest = 200;
const searched = searchText({ max: longest }).catch('');

/** What one value of the address searches for, cut to what a search takes; empty for what makes no sense. */
export const searchedText = (value: string | string[] | undefined): string =>
  searched.parse(oneOf(value)?.slice(0, longest) ?? '');
