/**
 * EastAsianWidth.txt of Unicode 16.0, with the emoji of 17.0 and without combining marks, as ranges of code points in
 * base 36. Made by test/support/generate/unicode-tables.ts.
 */

/** Wide and Fullwidth: two cells. */
export const WIDE = `
3cw-3fj 6xm-6xn 6y1-6y2 73d-73g 73k 73n 7i5-7i6 7is-7it 7jk-7jr 7k8-7kj 7lr 7m2-7m7 7mb 7mp 7my-7mz 7nh-7ni
7no-7np 7ny 7o4 7oq 7oy-7oz 7p1 7p6 7p9 7ph 7pm-7pn 7qg 7rg 7ri 7rn-7rp 7rr 7th-7tj 7u8 7un 8ij-8ik 8k0 8k5
96o-97d 97f-99v 9a8-9g5 9gw-9ih 9im-9j2 9j5-9li 9ln-9of 9ol-9pr 9pt-9se 9sg-9ut 9v3-9we 9wg-9xj 9xs-wi4
wi8-wjq xgg-xh8 xz4-16lf 1d6o-1dkv 1e6o-1e6x 1e7k-1e8i 1e8k-1e92 1e94-1e97 1edd-1eg0 1ejk-1ejq 20o0-20o3
20og-20oh 20ow-25fb 25fk-26dx 26f3-26fc 2dbk-2dbn 2dbp-2dbv 2dbx-2dby 2dc0-2dk2 2dki 2dlc-2dle 2dlh
2dlw-2dlz 2dm8-2dx7 2k8w-2kba 2kbk-2kc6 2pz8 2q4v 2qa6 2qa9-2qai 2qdc-2qde 2qds-2qez 2qf4-2qfc 2qfk-2qfl
2qg0-2qg5 2qkg-2qlc 2qlp-2qlx 2qlz-2qnw 2qny-2qoj 2qow-2qq2 2qq7-2qqb 2qqo-2qr4 2qr8 2qrc-2qta 2qtc
2qte-2qyk 2qyn-2r0d 2r0r-2r0u 2r0w-2r1j 2r22 2r2t-2r2u 2r38 2r5n-2r7z 2r9c-2rb9 2rbg 2rbk-2rbm 2rbp-2rbs
2rbw-2rbz 2rcb-2rcc 2rck-2rcs 2rj4-2rjf 2rjk 2rrg-2rsq 2rss-2rt1 2rt3-2ry7 2s1c-2s1o 2s1s-2s22 2s26-2s3q
2s3s 2s3x-2s4c 2s4f-2s4q 2s4v-2s54 2t4w-47p9 47pc-5m9p
`;

/** Halfwidth: one cell, yet East Asian to the line breaking rules. */
export const HALF_WIDTH = `
6g9 1eg1-1eim 1eiq-1eiv 1eiy-1ej3 1ej6-1ejb 1eje-1ejg 1ejs-1ejy
`;

/** Ambiguous: one cell, or two if the reader chose so. */
export const AMBIGUOUS = `
4h 4k 4n-4o 4q 4t-4u 4w-50 52-56 58-5b 5i 5s 5z-60 66-69 6e 6g-6i 6k-6l 6o 6q-6r 6v-6y 70 72 75 7l 7n 7v
86-87 8b 8h-8j 8o 8v-8y 90 94-97 99 9e-9f 9y-9z a3 cu cw cy d0 d2 d4 d6 d8 gh gx jo jr jt-jv jx k0 k8-kb kd
kf pd-pt pv-q1 q9-qp qr-qx sh sw-un up 6c0 6c3-6c6 6c8-6c9 6cc-6cd 6cg-6ci 6ck-6cn 6cw 6cy-6cz 6d1 6d7 6da
6es 6f3 6f5-6f8 6gc 6ir 6it 6ix 6j7 6ja 6jl-6jm 6jq 6jv 6kz-6l0 6l7-6la 6lc-6ln 6ls-6m1 6mh 6mo-6mx 6ns-6nt
6oi 6ok 6p3 6ps 6pu-6pv 6pz-6q0 6q3 6q7 6q9 6qd 6qi 6ql-6qo 6qr 6qt 6qv-6r0 6r2 6r8-6rb 6rg-6rh 6rs 6rw 6s2
6sg-6sh 6sk-6sn 6sq-6sr 6su-6sv 6te-6tf 6ti-6tj 6tx 6u1 6ud 6v3 6xe 76o-7ah 7aj-7d7 7dc-7eb 7eo-7f3 7f6-7f9
7fk-7fl 7fn-7ft 7g2-7g3 7g6-7g7 7gc-7gd 7gg-7gh 7gm-7go 7gr 7gu-7gx 7he-7hh 7hr 7id-7ie 7ih 7im-7in 7j0 7j2
7k0 7k2 7kw-7kx 7kz-7l1 7l3-7l6 7l8-7l9 7lb 7mm-7mn 7nj 7nq-7nx 7nz-7o3 7o5-7oh 7oj 7oo-7op 7or-7ox 7p0
7p2-7p5 7p7-7p8 7pa-7pb 7r1 7sm-7sv 8k6-8k9 9xk-9xr 188w-1d6n 1ekd 2q68-2q6i 2q6o-2q7h 2q7k-2q95 2q9c-2qa5
2qa7-2qa8 2qaj-2qb0 l2io-mh31 mh34-nvnh
`;
