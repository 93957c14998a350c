/** The product's sign: a hull on its way. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M2 16.5h16M6 8.4 13.2 5.3" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <path d="M2.5 13.5 17.5 7v6.5z" fill="currentColor" />
    </svg>
  );
}
