/**
 * Well-known technologies as adverts write them, one a line with its other spellings: what is asked
 * for and has no questions here is named, not passed over. A pack that knows a name takes it over.
 */
const NAMES = `
Java | J2EE | JEE | Jakarta EE
JavaScript | ECMAScript | ES6
TypeScript
C
C++
C# | CSharp
.NET | .NET Core | dotnet
ASP.NET | ASP.NET Core
F#
Go | Golang
Rust
R
Ruby
Ruby on Rails | Rails
PHP
Laravel
Symfony
Perl
Scala
Kotlin
Swift
Objective-C
Dart
Flutter
Elixir
Erlang
Haskell
Clojure
Julia
MATLAB
COBOL
Fortran
Groovy
Lua
Solidity
Bash | shell scripting
PowerShell
HTML | HTML5
CSS | CSS3
Sass | SCSS
Tailwind | Tailwind CSS
React | React.js | ReactJS
React Native
Redux
Vue | Vue.js | VueJS
Nuxt | Nuxt.js
Angular | AngularJS
Svelte | SvelteKit
Next.js | NextJS
Node.js | NodeJS
Express | Express.js | ExpressJS
NestJS | Nest.js
jQuery
GraphQL
gRPC
Webpack
Vite
Jest
Cypress
Playwright
Selenium
Spring Boot | Spring Framework | Spring MVC
Hibernate
Maven
Gradle
JUnit
Kubernetes | K8s
Docker | Docker Compose
Helm
OpenShift
Terraform
Ansible
Puppet
Chef
Pulumi
Jenkins
GitHub Actions
GitLab CI | GitLab CI/CD
CircleCI
Argo CD | ArgoCD
CI/CD | continuous integration
AWS | Amazon Web Services
Azure | Microsoft Azure
GCP | Google Cloud | Google Cloud Platform
AWS Lambda
EC2
Cloudflare
Heroku
Vercel
Firebase
Serverless
Prometheus
Grafana
Datadog
Splunk
OpenTelemetry
ELK | Elastic Stack
Elasticsearch
OpenSearch
Logstash
Kibana
Kafka | Apache Kafka
RabbitMQ
ActiveMQ
NATS
MQTT
Redis
Memcached
MongoDB
Cassandra
DynamoDB
CouchDB
Neo4j
NoSQL
ClickHouse
Snowflake
BigQuery
Redshift
Databricks
Spark | Apache Spark | PySpark
Hadoop
Hive
Flink
Airflow | Apache Airflow
dbt
Tableau
Power BI | PowerBI
Looker
Excel
SAP
Salesforce
ServiceNow
machine learning
deep learning
PyTorch
TensorFlow
Keras
scikit-learn
pandas
NumPy
SciPy
OpenCV
Hugging Face
LangChain
LLM | large language models
NLP | natural language processing
computer vision
MLOps
CUDA
Unity
Unreal Engine
OpenGL
Vulkan
WebGL
WebAssembly | WASM
Android
iOS
SwiftUI
Xcode
Jetpack Compose
Arduino
RTOS | FreeRTOS
FPGA
Verilog
VHDL
ROS
Git
GitHub
GitLab
Jira
Scrum
Kanban
microservices
event-driven architecture
domain-driven design
OAuth | OAuth2 | OAuth 2.0
OpenID Connect
SAML
penetration testing
Nginx
Apache HTTP Server
Istio
Envoy
BGP
MPLS
VPN
Blockchain
Ethereum
`;

/** Each with its spellings, the usual one first. */
export const TECHNOLOGIES: readonly (readonly string[])[] = NAMES.trim()
	.split('\n')
	.map((line) => line.split(' | '));

/**
 * Names that are ordinary words or single letters as well: they count only as written here, and
 * only in the company that a technology keeps.
 */
export const AMBIGUOUS: ReadonlySet<string> = new Set(
	`C R Go Rust Swift Dart Julia Ruby Rails React Express Helm Puppet Chef Spark Hive Excel Unity
	Serverless Flask Vault Angular Azure Envoy Looker Cypress Vue ROS SAP Jest Vite Sass`.split(/\s+/u)
);

/** Words that stand before a technology, and those that stand after one. */
export const CUES_BEFORE: ReadonlySet<string> = new Set(
	`in with using of know knows knowing knowledge like language languages write writes writing learn
	learning plus framework frameworks including include includes either`.split(/\s+/u)
);
export const CUES_AFTER: ReadonlySet<string> = new Set(
	`developer developers engineer engineers engineering programmer programmers programming language
	services service microservices backend frontend code codebase framework frameworks experience
	skills stack apps applications team teams components`.split(/\s+/u)
);
