import { notFound } from 'next/navigation';

/** Every other address of a workspace: there is nothing, and the frame stays. */
export default function NothingHere() {
  notFound();
}
