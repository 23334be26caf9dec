# syntax=docker/dockerfile:1
# The server as a container: pages, then the program, then a small image with the program alone.

FROM node:24-bookworm-slim AS pages
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY openapi /src/openapi
COPY web ./
RUN npm run build

FROM rust:1.95-slim-bookworm AS program
WORKDIR /src
COPY . .
COPY --from=pages /src/web/dist web/dist
RUN cargo build --release --locked -p yanzhi

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /var/lib/yanzhi --create-home yanzhi
COPY --from=program /src/target/release/yanzhi /usr/local/bin/yanzhi
USER 10001
WORKDIR /var/lib/yanzhi
VOLUME /var/lib/yanzhi
EXPOSE 8080
ENV YANZHI_HTTP__LISTEN=0.0.0.0:8080 \
    DATABASE_URL=sqlite:/var/lib/yanzhi/yanzhi.sqlite
ENTRYPOINT ["yanzhi"]
CMD ["serve", "--migrate"]
