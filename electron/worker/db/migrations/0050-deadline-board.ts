/** The board reads open cases with a term in the order they fall due, counts and filters inside the index. A first pull writes none. */
export const deadlineBoard = `
create index case_on_board on case_file (due_sort, due_label, channel, district, closed) where closed = 0 and due_label is not null;
`;
